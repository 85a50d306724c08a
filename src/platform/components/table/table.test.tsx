import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Table } from './table.tsx'

agreesWithFixtures('table', Table)
