import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Select } from './select.tsx'

agreesWithFixtures('select', Select, {
  defaults: { items: [] },
  notAnswered: { 'with falsy values': 'a value is a word or a number: ours refuses false when it is compiled' },
})
