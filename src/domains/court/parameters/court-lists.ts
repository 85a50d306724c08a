import { dated } from '../../../platform/rules/index.ts'

const listSource = {
  kind: 'public-code',
  cite: 'ministryofjustice/crime-portal-gateway:src/main',
  note: 'The day the rule began is not known; the year 1 stands for "always".',
} as const

/** Room numbers from here up are not real rooms. */
export const dummyRoomFrom = dated('court.dummy-room-from', [{ from: '0001-01-01', value: 50, source: listSource }])

/** Days after today for which lists are taken (0 is today only). */
export const listHorizonDays = dated('court.list-horizon-days', [
  {
    from: '0001-01-01',
    value: 3,
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/court-case-service:application.yml case-feed-future-date-offset',
    },
  },
])

/** How far the case list reaches from today, in days, and how many cases a page holds. */
export const caseListWindow = dated('court.case-list-window', [
  {
    from: '0001-01-01',
    value: { shownDays: 28, pastDays: 14, pageSize: 20, matchesPageSize: 5 },
    source: { kind: 'public-code', cite: 'ministryofjustice/prepare-a-case' },
  },
])

/** London clock time from which a defendant heard that day without outcome gets NO_OUTCOME. */
export const unresultedAt = dated('court.unresulted-at', [
  {
    from: '0001-01-01',
    value: '18:30',
    source: { kind: 'public-code', cite: 'ministryofjustice/court-case-service, unresulted cases job' },
  },
])
