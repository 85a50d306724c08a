export type { ExportKind } from './export-kind.ts'
export { exportKinds, schemaOf } from './export-kind.ts'
export type { Export, Exported } from './write-export.ts'
export { writeExport } from './write-export.ts'
