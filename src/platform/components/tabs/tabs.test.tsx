import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Tabs } from './tabs.tsx'

agreesWithFixtures('tabs', Tabs)
