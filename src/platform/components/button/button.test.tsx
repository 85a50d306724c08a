import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Button } from './button.tsx'

agreesWithFixtures('button', Button)
