import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { SummaryList } from './summary-list.tsx'

agreesWithFixtures('summary-list', SummaryList)
