import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojSideNavigation } from './moj-side-navigation.tsx'

agreesWithMacro('side-navigation', 'mojSideNavigation', MojSideNavigation, [
  {
    name: 'places',
    options: {
      label: 'Case',
      items: [
        { text: 'One', href: '#1', active: true },
        { html: '<b>Two</b>', href: '#2', attributes: { id: 'i' } },
      ],
    },
  },
  {
    name: 'places in parts',
    options: {
      classes: 'c',
      attributes: { id: 's' },
      sections: [
        { heading: { text: 'A', classes: 'h', attributes: { id: 'a' } }, items: [{ text: 'One', href: '#1' }] },
        { heading: { html: '<b>B</b>', headingLevel: 3 }, items: [{ text: 'Two', href: '#2', active: true }] },
      ],
    },
  },
])
