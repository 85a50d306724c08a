import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojBadge } from './moj-badge.tsx'

agreesWithMacro('badge', 'mojBadge', MojBadge, [
  { name: 'words', options: { text: 'Court <3>', classes: 'moj-badge--blue', attributes: { id: 'b' } } },
  { name: 'nodes', options: { html: '<i>High</i>' } },
])
