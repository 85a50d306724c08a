import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojTicketPanel } from './moj-ticket-panel.tsx'

agreesWithMacro('ticket-panel', 'mojTicketPanel', MojTicketPanel, [
  {
    name: 'two parts',
    options: {
      classes: 'c',
      attributes: { id: 't' },
      items: [
        { text: 'a & b' },
        { html: '<p>x</p>', classes: 'moj-ticket-panel__content--blue', attributes: { id: 'u' } },
      ],
    },
  },
])
