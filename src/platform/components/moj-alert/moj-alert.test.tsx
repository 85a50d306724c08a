import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojAlert } from './moj-alert.tsx'

agreesWithMacro('alert', 'mojAlert', MojAlert, [
  { name: 'a notice', options: { title: 'Saved <1>', text: 'The note is saved.' } },
  { name: 'a notice that is only its title', options: { title: 'Saved', variant: 'success' } },
  {
    name: 'a headed warning that can be put away',
    options: {
      title: 'Two texts',
      variant: 'warning',
      showTitleAsHeading: true,
      headingTag: 'h3',
      html: '<p>See <a href="#">both</a></p>',
      dismissible: true,
      dismissText: 'Hide',
      disableAutoFocus: true,
      focusOnDismissSelector: '#main',
      role: 'alert',
      classes: 'c',
      attributes: { id: 'a' },
    },
  },
  { name: 'an error', options: { title: 'Not sent', variant: 'error', text: 'Try again' } },
])
