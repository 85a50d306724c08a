import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojFilter } from './moj-filter.tsx'

agreesWithMacro('filter', 'mojFilter', MojFilter, [
  { name: 'fields', options: { heading: { text: 'Filter' }, optionsHtml: '<p>fields</p>', attributes: { id: 'f' } } },
  {
    name: 'fields and what is chosen',
    options: {
      heading: { html: '<b>Filter</b>' },
      submit: { text: 'Show', attributes: { id: 's' } },
      selectedFilters: {
        heading: { text: 'Chosen' },
        clearLink: { text: 'Clear', href: '/all' },
        categories: [
          {
            heading: { text: 'Court' },
            items: [
              { text: 'One', href: '/1' },
              { text: 'Two', href: '/2' },
            ],
          },
          { heading: { html: '<i>Session</i>' }, items: [] },
        ],
      },
      optionsHtml: '<p>fields</p>',
    },
  },
])
