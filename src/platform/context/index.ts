export type { AuditDetail, Context, LimitsPort, Reaction, Services, Work } from './context.ts'
export { inContext, workInside } from './context.ts'
