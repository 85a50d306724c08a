import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { hearingBody, takeIn, theft } from '../../../../test/support/hearing-messages.ts'
import type { Services } from '../../../platform/context/index.ts'
import type { Row } from '../../../platform/store/index.ts'
import { replayMessage } from '../commands/replay-message.ts'

let services: Services
beforeEach(async () => {
  services = courtServices(await testDatabase())
})
afterAll(dropAll)

function rows<R = Row>(sql: string): Promise<R[]> {
  return services.db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, tx => tx.rows<R>(sql))
}
const fates = async (body: string, channel: Parameters<typeof takeIn>[2] = 'hearing') =>
  (await takeIn(services, body, channel)).fates.map(fate => fate.fate + (fate.reason ? `: ${fate.reason}` : ''))
const listed = () =>
  rows<{ name: string; day: string; removed: string | null }>(
    'SELECT name, day, removed_because AS removed FROM court.list_entry ORDER BY day, name',
  )

const guilty = { ...theft, plea: { pleaValue: 'GUILTY', pleaDate: '2026-03-02' } }
const sentenced = {
  ...guilty,
  judicialResults: [{ label: 'Conditional discharge', resultText: 'Conditional discharge', orderedDate: '2026-03-02' }],
}
const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`

describe('messages about one hearing', () => {
  test('an older one never overwrites newer facts', async () => {
    await takeIn(services, hearingBody({ sharedTime: at(11), days: ['2026-03-03T10:00:00Z'] }))
    expect(await fates(hearingBody({ sharedTime: at(10) }))).toEqual(['ignored: older-than-stored'])
    expect((await listed()).map(row => row.day)).toEqual(['2026-03-03'])
    expect(await fates(hearingBody({ sharedTime: at(12) }))).toEqual(['updated'])
    expect((await listed()).map(row => row.day)).toEqual(['2026-03-02'])
  })

  test('one that is set aside is kept as being about the people it names', async () => {
    await takeIn(services, hearingBody({ sharedTime: at(11) }))
    await takeIn(services, hearingBody({ sharedTime: at(10) }))
    const about = await rows<{ people: string[] }>('SELECT people FROM court.message ORDER BY id')
    expect(about[1]?.people).toHaveLength(1)
    expect(about[1]?.people).toEqual(about[0]?.people)
  })

  test('without shared times the last to arrive holds', async () => {
    await takeIn(services, hearingBody({ days: ['2026-03-03T10:00:00Z'] }))
    expect(await fates(hearingBody())).toEqual(['updated'])
    expect((await listed()).map(row => row.day)).toEqual(['2026-03-02'])
  })

  test('results do not vanish because a list message comes later', async () => {
    const result = hearingBody({ sharedTime: at(10), defendants: [{ offences: [sentenced] }] })
    expect(await fates(result, 'hearing-result')).toEqual(['stored'])
    expect(await fates(hearingBody({ sharedTime: at(11) }))).toEqual(['unchanged'])
    const [offence] = await rows<{ results: unknown[]; plea: { value: string } }>(
      'SELECT results, plea FROM court.offence',
    )
    expect(offence?.results).toHaveLength(1)
    expect(offence?.plea.value).not.toBe('')
    expect(await rows('SELECT event_type FROM court.hearing')).toEqual([{ event_type: 'RESULTED' }])
  })

  test('a result that arrives after a newer list still brings its results, and nothing else', async () => {
    await takeIn(services, hearingBody({ sharedTime: at(11), days: ['2026-03-03T10:00:00Z'] }))
    const late = hearingBody({ sharedTime: at(10), defendants: [{ last: 'Other', offences: [sentenced] }] })
    expect(await fates(late, 'hearing-result')).toEqual(['updated'])
    expect(await listed()).toMatchObject([{ name: 'Asterley, Corwin', day: '2026-03-03' }])
    const [offence] = await rows<{ results: unknown[] }>('SELECT results FROM court.offence')
    expect(offence?.results).toHaveLength(1)
  })

  test('an amended result takes back what it leaves out', async () => {
    await takeIn(
      services,
      hearingBody({ sharedTime: at(10), defendants: [{ offences: [sentenced] }] }),
      'hearing-result',
    )
    const amended = hearingBody({ sharedTime: at(12), defendants: [{ offences: [guilty] }] })
    expect(await fates(amended, 'hearing-result')).toEqual(['updated'])
    expect(await rows('SELECT results FROM court.offence')).toEqual([{ results: [] }])
  })

  test('a deleted hearing stays deleted until a later-shared message', async () => {
    await takeIn(services, hearingBody({ sharedTime: at(10) }))
    const deleted = await takeIn(services, JSON.stringify({ sharedTime: at(11) }), 'hearing-delete', 'HEARING-1')
    expect(deleted.fates).toMatchObject([{ fate: 'updated' }])
    expect(await fates(hearingBody({ sharedTime: at(10) }))).toEqual(['ignored: hearing-deleted'])
    expect(await fates(hearingBody())).toEqual(['ignored: hearing-deleted'])
    expect(await listed()).toMatchObject([{ removed: 'hearing-deleted' }])
    expect(await fates(hearingBody({ sharedTime: at(12) }))).toEqual(['updated'])
    expect(await listed()).toMatchObject([{ removed: null }])
  })

  test('a deletion that comes before its hearing holds against an earlier-shared one', async () => {
    await takeIn(services, JSON.stringify({ sharedTime: at(11) }), 'hearing-delete', 'hearing-1')
    expect(await fates(hearingBody({ sharedTime: at(10) }))).toEqual(['ignored: hearing-deleted'])
    expect(await fates(hearingBody({ sharedTime: at(12) }))).toEqual(['stored'])
  })

  test('a defendant no longer named goes to the removed cases, with their data, and comes back', async () => {
    const both = [{}, { id: 'defendant-2', last: 'Quillfeather' }]
    await takeIn(services, hearingBody({ defendants: both }))
    await takeIn(services, hearingBody())
    expect(await listed()).toMatchObject([
      { removed: null },
      { name: 'Quillfeather, Corwin', removed: 'not-in-message' },
    ])
    await takeIn(services, hearingBody({ defendants: both }))
    expect(await listed()).toMatchObject([{ removed: null }, { removed: null }])
    expect(await rows('SELECT id FROM court.defendant')).toHaveLength(2)
  })

  test('a PNC is kept when its key is absent, and dropped when it comes empty', async () => {
    await takeIn(services, hearingBody({ defendants: [{ pnc: '2002/0073319Z' }] }))
    expect(await fates(hearingBody())).toEqual(['unchanged'])
    expect(await rows('SELECT pnc FROM court.defendant')).toEqual([{ pnc: '2002/0073319Z' }])
    expect(await fates(hearingBody({ defendants: [{ pnc: '' }] }))).toEqual(['updated'])
    expect(await rows('SELECT pnc FROM court.defendant')).toEqual([{ pnc: null }])
  })

  test('one that differs only in the order of its lists changes nothing', async () => {
    const other = { ...theft, id: 'offence-2', offenceCode: 'TH68011' }
    await takeIn(
      services,
      hearingBody({
        days: ['2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z'],
        defendants: [{}, { id: 'd2', last: 'B' }],
      }),
    )
    const turned = hearingBody({
      days: ['2026-03-03T10:00:00Z', '2026-03-02T10:00:00Z'],
      defendants: [{ id: 'd2', last: 'B' }, { id: 'defendant-1' }],
    })
    expect(await fates(turned)).toEqual(['unchanged'])
    expect(await fates(hearingBody({ defendants: [{ offences: [theft, other] }] }))).toEqual(['updated'])
  })

  test('several copies sent at once make one hearing', async () => {
    const body = hearingBody({ defendants: [{}, { id: 'd2', last: 'Quillfeather' }] })
    const done = await Promise.all(Array.from({ length: 6 }, () => takeIn(services, body)))
    const kinds = done.flatMap(one => one.fates.map(fate => fate.fate)).sort()
    expect(kinds).toEqual(['stored', 'unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged'])
    expect(await rows('SELECT id FROM court.defendant')).toHaveLength(2)
    expect(await rows('SELECT person_id FROM person.stub')).toHaveLength(2)
    expect(await rows('SELECT id FROM court.message')).toHaveLength(6)
  })
})

test('many messages at once about people of the same names all come in', async () => {
  const people = ['Asterley', 'Quillfeather', 'Marchbank'].map((last, index) => ({ id: `d${index}`, last }))
  const turned = [...people].reverse()
  const bodies = Array.from({ length: 24 }, (_, index) =>
    hearingBody({
      id: `h${index}`,
      caseId: `c${index % 3}`,
      urn: `U${index % 3}`,
      defendants: index % 2 ? people : turned,
    }),
  )
  const done = await Promise.all(bodies.map(body => takeIn(services, body)))
  expect(done.map(one => one.outcome)).toEqual(bodies.map(() => 'taken-in'))
  expect(await rows('SELECT id FROM court.defendant')).toHaveLength(9)
  expect(await rows('SELECT id FROM court.appearance')).toHaveLength(72)
})

describe('lists', () => {
  const libra = (given: { caseNo?: string; last?: string; listNo?: string; urn?: string; day?: string } = {}) =>
    JSON.stringify({
      caseNo: given.caseNo ?? '1600032981',
      name: { title: 'Mr', forename1: 'Corwin', surname: given.last ?? 'Asterley' },
      defendantName: 'Mr Corwin Asterley',
      defendantType: 'P',
      defendantSex: 'M',
      defendantDob: '17/06/1984',
      listNo: given.listNo ?? '1st',
      offences: [{ seq: 1, summary: 'stole', title: 'Theft from a shop', code: 'TH68010' }],
      sessionStartTime: `${given.day ?? '2026-03-02'}T09:00:00`,
      courtCode: 'B10JQ',
      courtRoom: '01',
      ...(given.urn ? { urn: given.urn } : {}),
    })

  test('a new listing number is a new hearing of the same case and defendant', async () => {
    await takeIn(services, libra(), 'libra-case')
    expect(await fates(libra({ listNo: '2nd', day: '2026-03-16' }), 'libra-case')).toEqual(['stored'])
    expect(await rows('SELECT id FROM court.court_case')).toHaveLength(1)
    expect(await rows('SELECT id FROM court.defendant')).toHaveLength(1)
    const tags = await rows('SELECT next_hearing FROM court.list_entry ORDER BY day')
    expect(tags).toEqual([{ next_hearing: false }, { next_hearing: true }])
  })

  test('a list case that goes on in Common Platform is one case: the person stays the same', async () => {
    await takeIn(services, libra({ urn: '01ZD0303208' }), 'libra-case')
    expect(await fates(hearingBody())).toEqual(['stored'])
    const people = await rows('SELECT DISTINCT person_id FROM court.defendant')
    expect(people).toHaveLength(1)
    expect((await listed()).map(row => row.removed).sort()).toEqual(['moved-to-common-platform', null])
    expect(await fates(libra({ urn: '01ZD0303208' }), 'libra-case')).toEqual(['ignored: moved-to-common-platform'])
  })

  test('a list case of another person with the same URN stays its own', async () => {
    await takeIn(services, libra({ urn: '01ZD0303208', last: 'Nobody' }), 'libra-case')
    await takeIn(services, hearingBody())
    expect((await listed()).map(row => row.removed)).toEqual([null, null])
  })
})

describe('a whole list', () => {
  const block = (caseNo: string, room = '01') =>
    `<session><s_id>1</s_id><doh>02/03/2026</doh><lja>2577</lja><court>Test</court><room>${room}</room><sstart>10:00</sstart><blocks><block><cases><case><caseno>${caseNo}</caseno><def_type>P</def_type><def_name>Mr Corwin ASTERLEY</def_name><def_name_elements><title>Mr</title><forename1>Corwin</forename1><surname>ASTERLEY</surname></def_name_elements><def_sex>M</def_sex><def_dob>17/06/1984</def_dob><listno>1st</listno><offences><offence><oseq>1</oseq><code>TH68010</code><title>Theft</title><sum>stole</sum></offence></offences></case></cases></block></blocks></session>`
  const list = (...sessions: readonly string[]) =>
    `<?xml version="1.0"?><ExternalDocumentRequest><documents><document><info><source_file_name>5_02032026_2577_B10JQ01_ADULT_COURT_LIST_DAILY</source_file_name></info><data><job><sessions>${sessions.join('')}</sessions></job></data></document></documents></ExternalDocumentRequest>`

  test('a case that is no longer on the list of its room moves to the removed cases, and comes back', async () => {
    expect(await fates(list(block('1111111111'), block('2222222222')), 'libra-list')).toEqual(['stored', 'stored'])
    expect(await fates(list(block('2222222222')), 'libra-list')).toEqual(['unchanged'])
    expect((await listed()).map(row => row.removed).sort()).toEqual(['not-on-list', null])
    expect(await fates(list(block('1111111111'), block('2222222222')), 'libra-list')).toEqual(['updated', 'unchanged'])
    expect((await listed()).map(row => row.removed)).toEqual([null, null])
  })

  test('an earlier one taken in again takes nothing off that a later one brought', async () => {
    const first = await takeIn(services, list(block('1111111111')), 'libra-list')
    await takeIn(services, list(block('1111111111'), block('2222222222')), 'libra-list')
    const again = await replayMessage(services, first.messageId)
    expect(again.fates.map(one => one.reason)).toEqual(['older-than-stored'])
    expect((await listed()).map(row => row.removed)).toEqual([null, null])
  })
})
