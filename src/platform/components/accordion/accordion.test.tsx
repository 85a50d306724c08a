import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Accordion } from './accordion.tsx'

agreesWithFixtures('accordion', Accordion)
