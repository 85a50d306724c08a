import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Label } from './label.tsx'

agreesWithFixtures('label', Label)
