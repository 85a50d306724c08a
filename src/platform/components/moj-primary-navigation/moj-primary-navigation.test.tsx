import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojPrimaryNavigation } from './moj-primary-navigation.tsx'

agreesWithMacro('primary-navigation', 'mojPrimaryNavigation', MojPrimaryNavigation, [
  {
    name: 'two places',
    options: {
      label: 'Main',
      items: [
        { text: 'Home', href: '/', active: true },
        { html: '<i>Tasks</i>', href: '/t' },
      ],
    },
  },
  {
    name: 'a place and a search',
    options: {
      containerClasses: 'a',
      classes: 'b',
      attributes: { id: 'p' },
      items: [{ text: 'Home', href: '/' }],
      searchHtml: '<form>s</form>',
    },
  },
])
