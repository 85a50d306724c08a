import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Details } from './details.tsx'

agreesWithFixtures('details', Details)
