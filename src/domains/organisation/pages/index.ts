import type { Page } from '../../../platform/web/index.ts'
import { cataloguePage } from './catalogue.page.tsx'
import { catalogueEntryPage } from './catalogue-entry.page.tsx'
import { coveragePage } from './coverage.page.tsx'
import { pathwayPage, pathwaysPage } from './pathways.page.tsx'

/** Every screen of the catalogue of what is delivered. */
export const organisationPages: readonly Page[] = [
  cataloguePage,
  catalogueEntryPage,
  coveragePage,
  pathwaysPage,
  pathwayPage,
]
