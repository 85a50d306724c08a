import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Pagination } from './pagination.tsx'

agreesWithFixtures('pagination', Pagination)
