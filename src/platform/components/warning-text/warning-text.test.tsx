import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { WarningText } from './warning-text.tsx'

agreesWithFixtures('warning-text', WarningText)
