import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Tag } from './tag.tsx'

agreesWithFixtures('tag', Tag)
