import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { DateInput } from './date-input.tsx'

agreesWithFixtures('date-input', DateInput)
