import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { GenericHeader } from './generic-header.tsx'

agreesWithFixtures('generic-header', GenericHeader)
