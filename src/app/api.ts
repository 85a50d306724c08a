import { adviceApi } from '../domains/advice/index.ts'
import { assessmentApi } from '../domains/assessment/index.ts'
import { courtApi } from '../domains/court/index.ts'
import { organisationApi } from '../domains/organisation/index.ts'
import { personApi } from '../domains/person/index.ts'
import { sentenceApi } from '../domains/sentence/index.ts'
import type { ApiRoute, IntakeRoute } from '../platform/api/index.ts'

/** Every route of the API: each domain's list, in the order of the documentation. */
export const apiRoutes: readonly (ApiRoute | IntakeRoute)[] = [
  ...personApi,
  ...sentenceApi,
  ...courtApi,
  ...assessmentApi,
  ...adviceApi,
  ...organisationApi,
]
