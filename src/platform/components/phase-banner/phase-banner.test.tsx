import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { PhaseBanner } from './phase-banner.tsx'

agreesWithFixtures('phase-banner', PhaseBanner)
