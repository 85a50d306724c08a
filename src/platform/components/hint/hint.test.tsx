import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Hint } from './hint.tsx'

agreesWithFixtures('hint', Hint)
