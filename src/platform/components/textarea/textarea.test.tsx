import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Textarea } from './textarea.tsx'

agreesWithFixtures('textarea', Textarea)
