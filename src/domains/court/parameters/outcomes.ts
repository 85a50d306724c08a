import { dated } from '../../../platform/rules/index.ts'

/** Days a resulted outcome stays on the list. */
export const resultedShownDays = dated('court.resulted-shown-days', [
  {
    from: '0001-01-01',
    value: 14,
    source: { kind: 'public-code', cite: 'ministryofjustice/court-case-service, resulted cases filter' },
  },
])

/** A sentence to probation, and its resulting, should be on the record within this many working days of the hearing. */
export const recordedWithinWorkingDays = dated('court.recorded-within-working-days', [
  {
    from: '0001-01-01',
    value: 2,
    source: {
      kind: 'guidance',
      cite: 'ministryofjustice/prepare-a-case-for-sentence-design-history, resulting',
      note: 'The post names no first day.',
    },
  },
])

/** Days after an order ended during which a grave new charge still raises a serious further offence alert. */
export const seriousFurtherOffenceWindowDays = dated('court.serious-further-offence-window-days', [
  {
    from: '0001-01-01',
    value: 20,
    source: {
      kind: 'assumption',
      cite: 'The serious further offence review looks back over orders ended shortly before the charge',
      note: 'The window was not found in a public source; set it before relying on the alert.',
    },
  },
])
