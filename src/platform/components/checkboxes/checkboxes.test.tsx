import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Checkboxes } from './checkboxes.tsx'

agreesWithFixtures('checkboxes', Checkboxes)
