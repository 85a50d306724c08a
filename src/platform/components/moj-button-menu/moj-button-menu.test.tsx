import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojButtonMenu } from './moj-button-menu.tsx'

agreesWithMacro('button-menu', 'mojButtonMenu', MojButtonMenu, [
  {
    name: 'a menu of links',
    options: {
      items: [
        { text: 'Edit', href: '#a' },
        { text: 'Close', href: '#b', classes: 'x' },
      ],
    },
  },
  {
    name: 'a menu with its own button and buttons that send',
    options: {
      button: { text: 'Actions', classes: 'govuk-button--secondary' },
      alignMenu: 'right',
      classes: 'ignored-by-no-one',
      attributes: { id: 'menu' },
      items: [
        {
          html: 'Claim <b>now</b>',
          name: 'do',
          value: 'claim',
          type: 'submit',
          disabled: true,
          attributes: { 'data-a': 'b' },
        },
      ],
    },
  },
])
