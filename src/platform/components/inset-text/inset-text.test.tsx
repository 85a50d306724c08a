import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { InsetText } from './inset-text.tsx'

agreesWithFixtures('inset-text', InsetText)
