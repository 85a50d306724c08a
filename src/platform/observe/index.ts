export type { Fault } from './fault.ts'
export { faultOf } from './fault.ts'
