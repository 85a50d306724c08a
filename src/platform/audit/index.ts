export type { AuditEntry, Operation } from './append.ts'
export { appendAudit, auditStreams, canonicalBody, streamOf } from './append.ts'
