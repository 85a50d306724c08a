import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { TaskList } from './task-list.tsx'

agreesWithFixtures('task-list', TaskList)
