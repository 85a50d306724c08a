import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Input } from './input.tsx'

agreesWithFixtures('input', Input)
