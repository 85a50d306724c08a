import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Radios } from './radios.tsx'

agreesWithFixtures('radios', Radios)
