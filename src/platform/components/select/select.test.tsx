import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Select } from './select.tsx'

agreesWithFixtures('select', Select)
