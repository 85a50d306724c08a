import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Fieldset } from './fieldset.tsx'

agreesWithFixtures('fieldset', Fieldset)
