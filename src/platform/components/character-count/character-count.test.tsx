import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { CharacterCount } from './character-count.tsx'

agreesWithFixtures('character-count', CharacterCount)
