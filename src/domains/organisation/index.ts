export { organisationApi } from './api.ts'
export type { LoadedReference, Structure } from './commands/load-reference.ts'
export { loadReference, loadStructure } from './commands/load-reference.ts'
export type { Court, CourtKind, DeliveryUnit, Provider, Region, Team } from './model.ts'
export { permissions } from './permissions.ts'
export {
  activeCourts,
  allCourts,
  courtByCode,
  courtsByPsaCode,
  deliveryUnitsOf,
  providerByCode,
  regions,
  teamByCode,
  teamsOf,
} from './store.ts'
