export type { AuditDetail, Context, Instant, LimitsPort, Reaction, Services, Work } from './context.ts'
export { inContext, workInside } from './context.ts'
