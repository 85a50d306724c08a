import { courtApi } from '../domains/court/index.ts'
import type { ApiRoute, IntakeRoute } from '../platform/api/index.ts'

/** Every route of the API: each domain's list, in the order of the documentation. */
export const apiRoutes: readonly (ApiRoute | IntakeRoute)[] = [...courtApi]
