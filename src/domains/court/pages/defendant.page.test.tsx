import { expect, test } from 'vitest'
import type { OrderOnRecord } from '../../sentence/index.ts'
import type { AppearanceFacts, StoredCandidate } from '../queries/defendant-at-court.ts'
import { applicationView, asnWords, besideView, breachCard, caseFacts, offenceView } from './defendant.view.ts'
import { outcomeView, outcomeWords } from './defendant-work.view.ts'
import { candidateView } from './match-candidate.view.ts'
import { suggestedFrom } from './suggested-from-results.ts'

const facts: AppearanceFacts = {
  personId: 'person',
  id: 'appearance',
  hearingId: 'hearing',
  caseId: 'case',
  defendantId: 'defendant',
  version: 1,
  preparation: 'NOT_STARTED',
  preparedBy: null,
  preparedAt: null,
  outcomeNotRequired: false,
  attendance: null,
  reportRequestedAt: null,
  reportRequestedFor: null,
  removedAt: null,
  removedBecause: null,
  listNo: '3rd',
  caseNo: '2600155215',
  urn: '01AA1234521',
  source: 'LIBRA',
  initiationCode: null,
  markers: [],
  toReview: null,
  hearingType: null,
  jurisdiction: 'MAGISTRATES',
  courtCode: 'B10JQ',
  courtName: 'North Shields',
  deletedAt: null,
  defendant: {
    type: 'PERSON',
    title: 'Mr',
    forenames: ['Tomasz'],
    surname: 'Wellbeck',
    organisationName: null,
    dateOfBirth: '1988-04-17',
    sex: 'M',
    address: { lines: ['1 Old Road'], postcode: 'NE1 1AA' },
    phones: null,
    nationalities: [],
    pnc: '2002/0073319Z',
    cro: '85227/65G',
    asn: null,
    matchState: 'EXACT',
    confirmedAt: null,
    confirmedBy: null,
  },
}
const record = {
  name: ['Welbeck, Tomasz'],
  dateOfBirth: ['1988-04-17'],
  sex: ['Male'],
  address: [],
  pnc: ['2002/0073319Z'],
  cro: [],
}

test('the court value stands beside the record value, each with how they compare, neither replaced', () => {
  const lines = besideView(facts, record, '2026-11-21')
  const name = lines.find(line => line.field === 'Name')
  expect(name).toMatchObject({
    court: ['Wellbeck, Tomasz'],
    record: ['Welbeck, Tomasz'],
    standing: 'Different',
    differs: true,
  })
  expect(lines.find(line => line.field === 'PNC')?.standing).toBe('Equal')
  expect(lines.find(line => line.field === 'Address')?.standing).toBe('Court only')
})

test('a rejected number is shown as given with the reason', () => {
  const cro = besideView(facts, null, '2026-11-21').find(line => line.field === 'CRO')
  expect(cro?.court).toEqual(['85227/65G'])
  expect(cro?.faults[0]).toContain('its check letter does not fit')
  expect(asnWords('1101ZD0100000448754J', '2026-11-21')).toContain('not valid')
})

test('the facts of the case give day, time and courtroom in words', () => {
  const days = [{ day: '2026-11-23', startsAt: '14:00', session: 'AFTERNOON', room: '02' }] as const
  const rows = caseFacts(facts, days, 'North Shields Magistrates’ Court', '2026-11-21')
  expect(rows.find(row => row.key === 'Hearing')?.value).toBe('Monday 23 November 2026 at 2pm, Courtroom 2')
  expect(rows.some(row => row.key === 'Hearing type')).toBe(false)
})

test('an offence shows plea, results and the words of the court', () => {
  const view = offenceView({
    id: 'o',
    sequence: 1,
    code: 'TH68010',
    title: 'Theft from a shop',
    wording: '<b>Stole</b> goods',
    act: null,
    maximumPenalty: null,
    plea: { value: 'G', given: 'GUILTY', date: '2026-11-20' },
    verdict: null,
    convictionDate: null,
    startDate: null,
    endDate: null,
    seriousFurther: false,
    results: [{ code: 1116, text: 'Community order', qualifiers: [] }],
  })
  expect(view.facts).toEqual([{ key: 'Plea', value: 'Guilty, 20 November 2026' }])
  expect(view.results).toEqual([{ text: 'Community order', code: '1116' }])
  expect(view.wording).toBe('<b>Stole</b> goods')
})

const candidate: StoredCandidate = {
  id: 'c',
  defendantId: 'defendant',
  candidatePersonId: 'other',
  crn: 'X123456',
  weight: 12.34,
  band: 'likely',
  twins: false,
  limited: false,
  explanation: {
    model: 'throughline-1',
    start: -20,
    evidence: 12.34,
    lines: [
      line('name', ['TOMASZ WELLBECK'], ['TOMASZ WELBECK'], false),
      line('dob', ['1988-04-17'], ['1988-04-17'], true),
      line('id', [], ['2002/0073319Z'], false),
      line('masterDefendant', ['abc'], [], false),
    ],
  },
  rejectedAt: null,
  decidedBy: null,
  reason: null,
}
function line(comparison: 'name' | 'dob' | 'id' | 'masterDefendant', left: string[], right: string[], equal: boolean) {
  return { comparison, level: 'ELSE', weight: 1, tfAdjustment: 0, total: 1, left, right, equal }
}

test('a candidate says of each compared field whether it is equal, different or not compared', () => {
  const view = candidateView(candidate, undefined, { status: 'CURRENT', endedOn: null })
  expect(view.lines.map(one => [one.field, one.result])).toEqual([
    ['Name', 'different'],
    ['Date of birth', 'equal'],
    ['PNC or CRO', 'not-compared'],
  ])
  expect(view.lines[1]?.court).toBe('17 April 1988')
  expect([view.band, view.weight, view.status]).toEqual(['Likely match', '+12.3', 'Current'])
})

test('a limited candidate is a CRN and nothing else', () => {
  const view = candidateView({ ...candidate, limited: true }, undefined, { status: 'CURRENT', endedOn: null })
  expect(view).toMatchObject({ name: 'Limited access', crn: 'X123456', lines: [], status: null, sum: null })
})

const order = {
  id: 'order-1',
  family: 'community-order',
  sentencedOn: '2025-03-01',
  courtCode: 'B10JQ',
  endsOn: '2026-12-01',
  terminatedOn: null,
  offences: [{ main: true, code: 'TH68010', title: 'Theft' }],
} as unknown as OrderOnRecord
const application = {
  id: 'a',
  kind: 'breach',
  foundDisposalId: null,
  foundHow: null,
  facts: {
    applicationId: 'a',
    kind: 'breach' as const,
    prosecutionCaseIds: [],
    results: [],
    courtOrder: {
      orderDate: '2025-03-01' as const,
      orderingCourtCode: 'B10JQ',
      offences: [{ code: 'TH68010' }],
    },
  },
}

test('a breach names the order found, or the orders it may be about with what agrees', () => {
  expect(applicationView(application, [order]).found).toBe('Community order of 1 March 2025, to 1 December 2026')
  const other = { ...order, courtCode: 'B01CX' }
  expect(applicationView(application, [other])).toMatchObject({
    found: null,
    candidates: [{ agrees: 'date of the order, offence' }],
  })
})

test('readiness is not known while nobody can tell, and there is no card without a breach', () => {
  expect(breachCard(facts, [], [application])?.readiness).toBe('not-known')
  expect(breachCard(facts, [], [])).toBeNull()
})

test('an outcome says who has it, why it waits and who changed what', () => {
  const view = outcomeView(
    {
      id: 'o',
      types: ['PROBATION_SENTENCE', 'REPORT_REQUESTED'],
      createdAt: '2026-11-21T10:00:00Z',
      createdBy: 'ada',
      byMachine: false,
      assignedTo: 'ada',
      assignedName: 'Ada Lovell',
      heldAt: '2026-11-21T11:00:00Z',
      heldReason: 'Waiting for the court',
      resultedAt: null,
      resultedBy: null,
      version: 3,
    },
    [
      {
        what: 'type-changed',
        detail: { from: ['ADJOURNED'], to: ['PROBATION_SENTENCE', 'REPORT_REQUESTED'] },
        byName: 'Ben Oak',
        at: '2026-11-21T10:30:00Z',
      },
    ],
    'ada',
  )
  expect(view).toMatchObject({ state: 'ON_HOLD', mine: true, who: 'Ada Lovell', heldReason: 'Waiting for the court' })
  expect(view.changes[0]?.text).toBe('Outcome changed from Adjourned to Probation sentence and report requested')
  expect(outcomeWords(['COMMITTED_TO_CROWN'])).toBe('Committed to Crown')
})

test('results suggest the outcome, and without results nothing is suggested', () => {
  const offence = {
    id: 'o',
    sequence: 1,
    code: 'TH68010',
    title: 'Theft from a shop',
    wording: null,
    act: null,
    maximumPenalty: null,
    plea: null,
    verdict: null,
    convictionDate: '2026-11-20',
    startDate: null,
    endDate: null,
    seriousFurther: false,
    results: [{ code: 1116, text: 'Community order', qualifiers: [] }],
  } as const
  expect(suggestedFrom([offence], '2026-11-20', null)).toEqual(['PROBATION_SENTENCE'])
  expect(suggestedFrom([{ ...offence, results: [] }], '2026-11-20', null)).toEqual([])
})
