export type { PdfBlock, PdfToPrint } from './tagged-pdf.ts'
export { taggedPdf } from './tagged-pdf.ts'
