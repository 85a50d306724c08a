import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojIdentityBar } from './moj-identity-bar.tsx'

agreesWithMacro('identity-bar', 'mojIdentityBar', MojIdentityBar, [
  { name: 'a name', options: { title: { text: 'Smyth & Sons, <Alan>' } } },
  {
    name: 'a name with menus',
    options: {
      title: { html: '<b>CRN</b> X000001' },
      classes: 'app',
      attributes: { id: 'bar' },
      menus: [{ items: [{ text: 'Edit', href: '#' }] }, { button: { text: 'More' }, items: [{ text: 'Print' }] }],
    },
  },
])
