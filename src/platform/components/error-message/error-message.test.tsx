import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { ErrorMessage } from './error-message.tsx'

agreesWithFixtures('error-message', ErrorMessage)
