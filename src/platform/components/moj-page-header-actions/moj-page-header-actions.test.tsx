import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojPageHeaderActions } from './moj-page-header-actions.tsx'

agreesWithMacro('page-header-actions', 'mojPageHeaderActions', MojPageHeaderActions, [
  { name: 'a heading', options: { heading: { text: 'Cases & notes' } } },
  {
    name: 'a heading with buttons',
    options: {
      heading: { html: '<i>Case</i>', level: 2, classes: 'govuk-heading-l' },
      classes: 'c',
      attributes: { id: 'h' },
      items: [{ text: 'Print' }, { text: 'Edit', href: '/edit', classes: 'govuk-button--secondary' }],
    },
  },
])
