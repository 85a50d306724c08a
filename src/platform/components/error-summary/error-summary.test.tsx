import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { ErrorSummary } from './error-summary.tsx'

agreesWithFixtures('error-summary', ErrorSummary)
