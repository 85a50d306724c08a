import { dated } from '../../../platform/rules/index.ts'

/** Weeks after which an entry of the catalogue that nobody confirmed is shown as an assumption. */
export const catalogueStaleWeeks = dated('organisation.catalogue-stale-weeks', [
  {
    from: '0001-01-01',
    value: 4,
    source: {
      kind: 'assumption',
      cite: 'Our default: what was confirmed four weeks ago or longer may have changed',
      note: 'No public rule says how often a catalogue is confirmed.',
    },
  },
])

/** A wait of this many weeks or more is shown as long on the coverage map. */
export const longWaitWeeks = dated('organisation.long-wait-weeks', [
  {
    from: '0001-01-01',
    value: 8,
    source: { kind: 'assumption', cite: 'Our default for telling a long wait apart on the coverage map' },
  },
])
