import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojSubNavigation } from './moj-sub-navigation.tsx'

agreesWithMacro('sub-navigation', 'mojSubNavigation', MojSubNavigation, [
  {
    name: 'a row of pages',
    options: {
      label: 'Case',
      classes: 'c',
      attributes: { id: 'n' },
      items: [
        { text: 'Overview', href: '/a?b=1&c=2', active: true },
        { html: 'Hearings <b>2</b>', href: '/b', classes: 'd', attributes: { id: 'h' } },
      ],
    },
  },
  { name: 'a row without a name', options: { items: [{ text: 'One', href: '#' }] } },
])
