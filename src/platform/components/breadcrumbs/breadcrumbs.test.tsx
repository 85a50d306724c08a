import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'

agreesWithFixtures('breadcrumbs', Breadcrumbs)
