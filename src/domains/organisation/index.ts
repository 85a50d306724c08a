export { organisationApi } from './api.ts'
export type { KeepDeliveredOption } from './commands/keep-delivered-option.ts'
export { checkDeliveredOption, keepDeliveredOption, loadCatalogue } from './commands/keep-delivered-option.ts'
export type { KeepPathway } from './commands/keep-pathway.ts'
export { keepPathway } from './commands/keep-pathway.ts'
export type { LoadedReference, Structure } from './commands/load-reference.ts'
export { loadReference, loadStructure } from './commands/load-reference.ts'
export type {
  Area,
  CatalogueEntry,
  DeliveredActivity,
  DeliveredOption,
  DeliveryCatalogue,
  Pathway,
} from './delivery.ts'
export type { Court, CourtKind, DeliveryUnit, Provider, Region, Team } from './model.ts'
export { organisationPages } from './pages/index.ts'
export { deliverableOption, deliverableOptions } from './parameters/deliverable-options.ts'
export { permissions } from './permissions.ts'
export { areaByCode, areasOn, catalogueEntries, deliveryCatalogueOf } from './queries/delivery-catalogue.ts'
export { type CheckState, checkState } from './rules/coverage.ts'
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
