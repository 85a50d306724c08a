import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CourtMessage, HearingMessage, ReadOutcome } from '../model.ts'
import {
  readCourtMessage,
  readHearing,
  readHearingDelete,
  readLibraCase,
  readLibraList,
  readSpiResult,
} from './court-message.ts'

const folder = 'samples/court'
const sample = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')
const messageFolders = readdirSync(folder).filter(name => /^(cp|libra|spi)/.test(name))
const files = messageFolders.flatMap(name => readdirSync(`${folder}/${name}`).map(file => `${name}/${file}`))

type Expected = {
  readonly outcome: 'stored' | 'ignored' | 'refused'
  readonly kind?: string
  readonly cases?: number
  readonly defendants?: number
  readonly offences?: number
  readonly court?: string
  readonly dates?: readonly string[]
  readonly reason?: string
  readonly field?: string
}
const expected: { readonly [file: string]: Expected } = JSON.parse(sample('expected.json')).files

function listed(outcome: ReadOutcome): readonly Exclude<CourtMessage, { kind: 'hearing-delete' }>[] {
  if (outcome.kind === 'unreadable') throw new Error(`${outcome.field} ${outcome.problem}`)
  return outcome.messages.filter(message => message.kind !== 'hearing-delete')
}

function summary(outcome: ReadOutcome): Expected {
  if (outcome.kind === 'unreadable') return { outcome: 'refused', field: outcome.field }
  const ignored = outcome.ignored[0]
  if (ignored) {
    return { outcome: 'ignored', reason: ignored.reason, court: ignored.courtCode!, dates: [ignored.date!] }
  }
  const messages = listed(outcome)
  const cases = messages.flatMap(message => message.cases)
  const defendants = cases.flatMap(found => found.defendants)
  return {
    outcome: 'stored',
    kind: messages[0]!.kind,
    cases: cases.length,
    defendants: defendants.length,
    offences: defendants.flatMap(defendant => defendant.offences).length,
    court: messages[0]!.hearing.court.code!,
    dates: messages[0]!.hearing.days.map(day => day.date),
  }
}

const hearingOf = (text: string) => listed(readHearing(text, false))[0] as HearingMessage
function changed(file: string, change: (hearing: Record<string, unknown>) => void): string {
  const body = JSON.parse(sample(file)) as { hearing: Record<string, unknown> }
  change(body.hearing)
  return JSON.stringify(body)
}
const morgan = 'cp/utils-hearing-morgan.json'
const arthur = 'libra/matcher-case.json'
const withoutKey = (file: string, key: string) => {
  const body = JSON.parse(sample(file)) as Record<string, unknown>
  delete body[key]
  return JSON.stringify(body)
}

describe('every sample', () => {
  it('is judged in the list of expectations', () => {
    expect(Object.keys(expected).sort()).toEqual([...files].sort())
  })
  it.each(files)('%s is read as judged', file => {
    const { why, ...judged } = expected[file] as Expected & { why?: string }
    expect(summary(readCourtMessage(sample(file)))).toEqual(judged)
  })
})

describe('a hearing message', () => {
  it('gives London clock times for moments in UTC, summer and winter', () => {
    const days = hearingOf(sample('cp/matcher-hearing.json')).hearing.days
    expect(days.map(({ date, time, session }) => [date, time, session])).toEqual([
      ['2021-09-08', '10:00', 'MORNING'],
      ['2021-09-09', '11:30', 'MORNING'],
    ])
    expect(hearingOf(sample(morgan)).hearing.days[0]).toMatchObject({ date: '2026-03-02', time: '09:00' })
  })

  it('a time without a zone is London time already', () => {
    const read = hearingOf(sample('cp-match/matcher-hearing-one-defendant-no-crn.json'))
    expect(read.hearing.days[0]).toMatchObject({ date: '2025-04-30', time: '09:00' })
  })

  it('an absent PNC differs from an empty one', () => {
    expect(hearingOf(sample(morgan)).cases[0]!.defendants[0]!.pnc).toBeUndefined()
    const empty = hearingOf(sample('cp-match/matcher-hearing-one-defendant-no-crn.json'))
    expect(empty.cases[0]!.defendants[0]!.pnc).toBeNull()
  })

  it('a PNC said to be missing is absent, although its key came as null', () => {
    const text = changed('cp-match/matcher-hearing-one-defendant-no-crn.json', hearing => {
      first(first(hearing.prosecutionCases).defendants).isPncMissing = true
    })
    const { pnc, cro } = hearingOf(text).cases[0]!.defendants[0]!
    expect([pnc, cro]).toEqual([undefined, null])
  })

  it('an invalid PNC is kept as given', () => {
    const read = hearingOf(sample('cp/receiver-court-hearing-event.json'))
    expect(read.cases[0]!.defendants[0]).toMatchObject({ pnc: 'pnc number1', cro: 'cro number1' })
  })

  it('plea, verdict and markers are read when the hearing is sent again', () => {
    const found = hearingOf(sample('cp/matcher-hearing-existing.json')).cases[0]!
    expect(found.markers).toEqual(['description 1', 'description 2'])
    expect(found.defendants[0]!.offences[0]).toMatchObject({
      listNo: '20',
      plea: { value: 'value 1', date: '2021-09-08' },
      verdict: { value: 'description 1', date: '2021-09-08' },
    })
    expect(found.defendants[0]!.phones).toEqual({ home: '07000000001', work: '07000000002', mobile: '07000000003' })
  })

  it('a plea in words becomes its code', () => {
    const read = hearingOf(sample('cp/utils-hearing-new-unmatched.json'))
    expect(read.cases[0]!.defendants[0]!.offences[0]!.plea).toMatchObject({ value: 'NG', given: 'not guilty' })
  })

  it.each<[string, (hearing: Record<string, unknown>) => void]>([
    ['hearing.id', hearing => delete hearing.id],
    ['hearing.courtCentre', hearing => delete hearing.courtCentre],
    ['hearing.jurisdictionType', hearing => (hearing.jurisdictionType = 'CIVIL')],
    ['hearing.hearingDays', hearing => (hearing.hearingDays = [])],
    ['hearing.hearingDays[0].sittingDay', hearing => (hearing.hearingDays = [{ sittingDay: '2021-02-30T09:00:00Z' }])],
    ['hearing.prosecutionCases', hearing => (hearing.prosecutionCases = [])],
    ['hearing.prosecutionCases[0]', hearing => (hearing.prosecutionCases = ['x'])],
    ['hearing.prosecutionCases[0].id', hearing => delete first(hearing.prosecutionCases).id],
    ['hearing.prosecutionCases[0].defendants', hearing => (first(hearing.prosecutionCases).defendants = [])],
    ['hearing.prosecutionCases[0].initiationCode', hearing => (first(hearing.prosecutionCases).initiationCode = 'W')],
    ['hearing.courtCentre.code', hearing => ((hearing.courtCentre as Record<string, unknown>).code = 'B10')],
    [
      'hearing.prosecutionCases[0].defendants[0].personDefendant',
      hearing => delete first(first(hearing.prosecutionCases).defendants).personDefendant,
    ],
    [
      'hearing.prosecutionCases[0].defendants[0].offences',
      hearing => (first(first(hearing.prosecutionCases).defendants).offences = []),
    ],
  ])('is refused by the name of its field %s', (field, change) => {
    const outcome = readHearing(changed(morgan, change), false)
    expect(outcome).toMatchObject({ kind: 'unreadable', field })
  })

  it('sent to another address keeps its own id, with a note', () => {
    const read = listed(readHearing(sample(morgan), false, 'another'))[0]!
    expect(read.hearing.hearingId).toBe('cd5632ad-5de9-4f3c-8aee-1faab3e74e10')
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'id-differs-from-address' }))
  })

  it('a youth beside an adult is left out before the details are looked at', () => {
    const text = changed('cp/matcher-hearing.json', hearing => {
      const defendants = first(hearing.prosecutionCases).defendants as Record<string, unknown>[]
      defendants[1] = { isYouth: true }
    })
    expect(hearingOf(text).cases[0]!.defendants.map(defendant => defendant.name?.surname)).toEqual(['MORGAN'])
  })

  it('null characters are taken out with a note', () => {
    const text = changed(morgan, hearing => ((hearing.courtCentre as Record<string, unknown>).roomName = 'Room\0 1'))
    const read = hearingOf(text)
    expect(read.hearing.court.room).toBe('Room 1')
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'characters-removed' }))
  })

  it('an envelope says whether the hearing was resulted', () => {
    const attributes = { hearingEventType: { Type: 'String', Value: 'Resulted' } }
    const envelope = JSON.stringify({ Message: sample(morgan), MessageAttributes: attributes })
    expect(listed(readCourtMessage(envelope))[0]!.kind).toBe('hearing-result')
    expect(listed(readHearing(sample(morgan), true))[0]!.kind).toBe('hearing-result')
  })

  it('the time it was shared is read in spite of the zone name behind it', () => {
    expect(hearingOf(sample('cp-application/receiver-court-application.json')).sharedTime).toBe(
      '2021-06-25T09:38:02.191Z',
    )
  })

  it('a deletion needs only the id', () => {
    const outcome = readHearingDelete('730c78cf', '{"sharedTime":"2021-06-25T09:38:02Z"}')
    expect(outcome).toMatchObject({ messages: [{ kind: 'hearing-delete', sharedTime: '2021-06-25T09:38:02.000Z' }] })
  })
})

describe('a court application', () => {
  it('alone becomes a case with its subject and what is alleged', () => {
    const read = hearingOf(sample('cp-application/utils-pic-test-id-85.json'))
    expect(read.hearing.court).toMatchObject({ code: 'B42CM', name: "Chelmsford Magistrates' Court" })
    const found = read.cases[0]!
    expect(found.applications[0]).toMatchObject({
      kind: 'breach',
      breachType: 'GENERIC_BREACH',
      courtOrder: {
        orderDate: '2021-11-05',
        orderingCourtCode: 'B01LY',
        canBeBreached: true,
        offences: [{ code: 'SX03209' }],
      },
    })
    expect(found.defendants[0]!.offences[0]).toMatchObject({ code: 'CJ03506' })
  })
})

describe('a list case', () => {
  it.each(['caseNo', 'courtCode', 'sessionStartTime', 'offences'])('is refused without %s', key => {
    expect(readLibraCase(withoutKey(arthur, key))).toMatchObject({ kind: 'unreadable', field: key })
  })

  it('is refused without any name', () => {
    const body = { ...JSON.parse(sample(arthur)), defendantName: '', name: {} }
    expect(readLibraCase(JSON.stringify(body))).toMatchObject({ kind: 'unreadable', field: 'defendantName' })
  })

  it('in a room from 50 up is ignored', () => {
    const body = { ...JSON.parse(sample(arthur)), courtRoom: '50' }
    expect(readLibraCase(JSON.stringify(body))).toMatchObject({ messages: [], ignored: [{ reason: 'dummy-room' }] })
  })

  it('at a court the service does not work at is ignored', () => {
    const body = { ...JSON.parse(sample(arthur)), courtCode: 'B01CX' }
    expect(readLibraCase(JSON.stringify(body))).toMatchObject({ ignored: [{ reason: 'court-not-active' }] })
  })

  it('keeps keys nobody reads, and the CRO number it cannot use', () => {
    const outcome = readLibraList(sample('libra-list-xml/gateway-sample-request.xml'))
    const found = listed(outcome)[1]!.cases[0]!
    expect(found.unknown).toMatchObject({ valid: 'Y', inf: 'POL01', caseId: '1218888' })
    expect(found.defendants[0]).toMatchObject({
      cro: 'CR0006200062',
      pnc: '20120052494Q',
      name: { forenames: ['Theremin', 'Flux', 'Capacitor'] },
      offences: [{ maximumPenalty: 'S:6Months &/or  LE pp', plea: { value: 'G', date: '2020-08-14' } }],
    })
  })
})

describe('a whole list', () => {
  const list = sample('libra-list-xml/gateway-sample-request.xml')
  it('with a bad case keeps the good one', () => {
    const outcome = readLibraList(list.replace('<caseno>166662981</caseno>', ''))
    expect(outcome).toMatchObject({ kind: 'read', messages: [{}], refused: [{ field: 'case (line 60).caseNo' }] })
  })
  it('of a dummy room is ignored whole', () => {
    const outcome = readLibraList(list.replace('B10JQ00', 'B10JQ50'))
    expect(outcome).toMatchObject({ messages: [], ignored: [{ reason: 'dummy-room' }, { reason: 'dummy-room' }] })
  })
  it('with a name of another form is refused by it', () => {
    expect(readLibraList(list.replace('_DAILY</source', '</source'))).toMatchObject({ field: 'source_file_name' })
  })
  it('that is not well formed is refused with the line', () => {
    const outcome = readLibraList(list.replace('</cases>', ''))
    expect(outcome).toMatchObject({ kind: 'unreadable', field: 'body', problem: expect.stringMatching(/line \d+/) })
  })
  it('with a document type is refused, so that no entity is expanded', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`
    expect(readLibraList(bomb)).toMatchObject({ kind: 'unreadable', problem: expect.stringMatching(/document type/) })
  })
})

describe('a result message', () => {
  const text = sample('spi-results/results-054-duration-unit-session__input-message.xml')
  it.each([
    ['CourtHearingLocation', /<DC:CourtHearingLocation>.*?<\/DC:CourtHearingLocation>/],
    ['PTIURN', /<DC:PTIURN>.*?<\/DC:PTIURN>/],
    ['PersonFamilyName', /<DC:PersonFamilyName>.*?<\/DC:PersonFamilyName>/],
    ['CourtIndividualDefendant', /<DC:CourtIndividualDefendant>[\s\S]*<\/DC:CourtIndividualDefendant>/],
    ['OffenceCode', /<DC:OffenceCode>.*?<\/DC:OffenceCode>/],
  ])('without %s is refused by its name and line', (field, pattern) => {
    const outcome = readSpiResult(text.replace(pattern, ''))
    expect(outcome).toMatchObject({ kind: 'unreadable', field: expect.stringMatching(`^${field} \\(line \\d+\\)$`) })
  })
  it('with an offence sequence of zero is noted as HO100239', () => {
    const read = listed(readSpiResult(text.replace('>001<', '>000<')))[0]!
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'HO100239' }))
  })
  it('has the title of its offence from the table', () => {
    const read = listed(
      readSpiResult(sample('spi-results/results-115-withdrawn-dismissed-offences__input-message-3.xml')),
    )
    expect(read[0]!.cases[0]!.defendants[0]!.offences[0]!.title).toMatch(/^Theft from the person/i)
  })
  it('of an organisation is read', () => {
    const corporate =
      '<CourtCorporateDefendant><OrganisationName><OrganisationName>Firm</OrganisationName></OrganisationName></CourtCorporateDefendant>'
    const changedText = text.replace(/<DC:CourtIndividualDefendant>[\s\S]*<\/DC:CourtIndividualDefendant>/, corporate)
    expect(listed(readSpiResult(changedText))[0]!.cases[0]!.defendants[0]).toMatchObject({
      type: 'ORGANISATION',
      organisationName: 'Firm',
    })
  })
})

describe('bad input', () => {
  const answers = (outcome: ReadOutcome) => {
    if (outcome.kind === 'unreadable') expect(outcome.field && outcome.problem && outcome.fix).toBeTruthy()
    else expect(outcome.messages.length + outcome.ignored.length + outcome.refused.length).toBeGreaterThan(0)
  }
  const readers = [
    readCourtMessage,
    (text: string) => readHearing(text, false),
    (text: string) => readHearingDelete('x', text),
    readLibraList,
    readLibraCase,
    readSpiResult,
  ]

  it('any text is a message or a refusal, never a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), text => {
        for (const read of readers) answers(read(text))
      }),
      { numRuns: 300 },
    )
  })

  it('a sample with anything in the place of any value is a message or a refusal', () => {
    const values = fc.oneof(
      fc.constantFrom(null, '', {}, [], [null], 0, -1, 1e99, true, '\0', '\ud800'),
      fc.jsonValue(),
    )
    const jsonFiles = files.filter(file => file.endsWith('.json'))
    fc.assert(
      fc.property(fc.constantFrom(...jsonFiles), fc.nat(), values, (file, place, value) => {
        const body = JSON.parse(sample(file)) as unknown
        const holders = objectsIn(body)
        const holder = holders[place % holders.length]!
        const keys = Object.keys(holder)
        holder[keys[place % keys.length]!] = value
        answers(readCourtMessage(JSON.stringify(body)))
      }),
      { numRuns: 1500 },
    )
  })

  it('a sample with a piece cut out or put in twice is a message or a refusal', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(200), fc.boolean(), (file, from, length, twice) => {
        const text = sample(file)
        const start = from % text.length
        const piece = text.slice(start, start + length)
        answers(readCourtMessage(text.slice(0, start) + (twice ? piece + piece : '') + text.slice(start + length)))
      }),
      { numRuns: 800 },
    )
  })

  it.each([
    ['nested brackets', '['.repeat(20_000_000)],
    ['nested objects', '{"a":'.repeat(4_000_000)],
    ['nested elements', '<a>'.repeat(6_000_000)],
    ['an endless string', `{"hearing":"${'x'.repeat(20_000_000)}`],
    ['a long text', `{"caseNo":"${'x'.repeat(20_000_000)}"}`],
    ['many elements', `<a>${'<b/>'.repeat(5_000_000)}</a>`],
    ['more than we read', ' '.repeat(40_000_000)],
  ])('20 MB of %s is refused quickly', (_, text) => {
    const started = performance.now()
    expect(readCourtMessage(text)).toMatchObject({ kind: 'unreadable' })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

function first(list: unknown): Record<string, unknown> {
  return (list as Record<string, unknown>[])[0]!
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) || Object.keys(value).length === 0 ? below : [value as Record<string, unknown>, ...below]
}
