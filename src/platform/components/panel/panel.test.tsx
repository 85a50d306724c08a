import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Panel } from './panel.tsx'

agreesWithFixtures('panel', Panel)
