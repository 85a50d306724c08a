import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojPagination } from './moj-pagination.tsx'

agreesWithMacro('pagination', 'mojPagination', MojPagination, [
  {
    name: 'pages and what is shown',
    options: {
      items: [
        { number: 1, href: '/1', current: true },
        { number: 2, href: '/2' },
        { ellipsis: true },
        { number: 9, href: '/9' },
      ],
      next: { href: '/2' },
      landmarkLabel: 'Cases',
      classes: 'c',
      attributes: { id: 'p' },
      results: { from: 1, to: 20, count: 170, text: 'cases' },
    },
  },
  { name: 'one page', options: { items: [{ number: 1, href: '/1', current: true }], results: { count: 3 } } },
  {
    name: 'a page of pages',
    options: { items: [{ number: 1 }, { number: 2 }], classes: '', results: { pages: { current: 1, count: 2 } } },
  },
  {
    name: 'a range without a total',
    options: { items: [{ number: 1 }, { number: 2 }], classes: '', results: { from: 1, to: 5 } },
  },
  { name: 'nothing found', options: { results: { count: 0 } } },
])
