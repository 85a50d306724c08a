export { sweepKeys } from './idempotency.ts'
export { registerApi } from './register-api.ts'
export type { ApiDefinition, ApiRoute, IntakeAnswer, IntakeDefinition, IntakeRoute, Method } from './route.ts'
export { api, intake } from './route.ts'
