import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { SkipLink } from './skip-link.tsx'

agreesWithFixtures('skip-link', SkipLink)
