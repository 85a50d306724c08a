import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { adviceServices, courtSenior, personOnRecord } from '../../../../test/support/advice-services.ts'
import { assessmentOnRecord } from '../../../../test/support/assessment-on-record.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Viewer } from '../../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { proposalRules } from '../parameters/rule-rows.ts'
import type { ChosenOrder } from '../rules/choose-package.ts'
import { useOwnRules, useRuleFile } from '../rules-in-use.ts'
import { choicesAwaitingManager, proposalOf, replayProposal } from '../store/proposal-store.ts'
import { agreeProposal, type ChooseProposal, chooseProposal, proposalToday } from './choose-proposal.ts'
import { giveProposalFacts } from './give-proposal-facts.ts'

let services: Services
beforeAll(async () => {
  services = adviceServices(await testDatabase())
})
afterEach(useOwnRules)
afterAll(dropAll)

const zoe = courtSenior()
const ada = courtOfficer()
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer: Viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)

type Case = { readonly personId: string; readonly requestId: string }

/** A person with a request after conviction of one offence. */
async function newCase(): Promise<Case> {
  const { personId } = await personOnRecord(services)
  return { personId, requestId: await newRequest(personId) }
}

async function newRequest(personId: string): Promise<string> {
  const requestId = newId()
  const offence = { code: 'TH68001', title: 'Theft', committedOn: '2025-12-03', convictedOn: '2026-02-02', main: true }
  await as(ctx =>
    ctx.tx.run(
      `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, facts)
       VALUES ($1, $2, 'after-conviction', 'manual', $5, 'B10JQ', $3, 'ada', $4)`,
      [personId, requestId, ctx.now, JSON.stringify({ offences: [offence] }), requestId],
    ),
  )
  return requestId
}

const circumstances = {
  'person.cannot-attend-hours': 'weekdays 9am to 5pm',
  'person.cannot-attend-places': 'none',
  'person.free-hours': '20',
  'person.curfew-address-suitable': 'yes',
  'person.household-consents': 'yes',
  'person.unpaid-work': 'able',
}
const matter = { 'case.seriousness': 'medium', 'case.imprisonable': 'yes', 'case.outstanding-hours': '0' }

const give = (at: Case, answers: Readonly<Record<string, string>>) =>
  as(ctx => giveProposalFacts(ctx, { ...at, answers }))
const today = (at: Case) => as(ctx => proposalToday(ctx, at, null))

function order(amount: number, more: Partial<ChosenOrder> = {}): ChosenOrder {
  const work = { option: 'unpaid-work', kind: 'unpaid-work' as const, length: { amount, unit: 'hours' as const } }
  return {
    ...{ family: 'community-order', length: { months: 12 }, operationalPeriod: null, supervisionPeriod: null },
    requirements: [{ ...work, curfew: null }],
    ...more,
  }
}

const choose = (at: Case, chosen: ChosenOrder, override: ChooseProposal['override'] = null, viewer = ada) =>
  as(ctx => chooseProposal(ctx, { ...at, chosen, asked: null, override }), viewer)
const because = { codes: ['court-indication'], text: 'The bench said it has more hours in mind.' }

test('a fact is asked once: the person’s serve the next proposal too, a case’s only its own', async () => {
  const first = await newCase()
  expect((await today(first)).proposal.questions.map(one => one.fact)).toContain('case.seriousness')
  expect(await give(first, { ...circumstances, ...matter })).toEqual({ ok: true, value: { kept: 9 } })
  expect(await give(first, { ...circumstances, ...matter })).toEqual({ ok: true, value: { kept: 0 } })
  const facts = (await today(first)).facts
  expect(facts.person).toMatchObject({ freeHoursAWeek: 20, unpaidWork: 'able', cannotAttendPlaces: [] })
  expect(facts.person.cannotAttendHours).toHaveLength(5)
  expect(facts.case).toMatchObject({ seriousness: 'medium', offences: [{ imprisonable: true }] })

  const next = { ...first, requestId: await newRequest(first.personId) }
  const later = (await today(next)).facts
  expect(later.person).toEqual(facts.person)
  expect(later.case.seriousness).toBeNull()
})

test('an answer that cannot be read is refused by its field, and nothing of the form is kept', async () => {
  const at = await newCase()
  const wrong = { ...matter, 'case.outstanding-hours': 'many', 'person.cannot-attend-hours': 'now and then' }
  expect(await give(at, wrong)).toMatchObject({
    ok: false,
    problems: [{ field: 'case.outstanding-hours' }, { field: 'person.cannot-attend-hours' }],
  })
  expect((await today(at)).facts.case.seriousness).toBeNull()
})

test('age and sex come from the record; the age is that at conviction', async () => {
  const at = await newCase()
  const { person } = (await today(at)).facts
  expect(person.sex).toBe('male')
  expect(person.ageAtConviction).toBe(41)
})

test('an override needs a coded reason and twenty characters; what the law forbids none can bring in', async () => {
  const at = await newCase()
  await give(at, { ...circumstances, ...matter })
  const short = await choose(at, order(100), { codes: [], text: 'Because.' })
  expect(short).toMatchObject({ ok: false, problems: [{ code: 'reason-needed' }, { code: 'text-too-short' }] })
  const unlawful = await choose(at, order(301), because)
  expect(unlawful).toMatchObject({ ok: false, problems: [{ code: 'past-the-law' }] })
  expect(await as(ctx => proposalOf(ctx.tx, at.personId, at.requestId))).toBeUndefined()

  expect(await choose(at, order(100), because)).toMatchObject({ ok: true, value: { awaitsManager: false } })
  const held = await as(ctx => proposalOf(ctx.tx, at.personId, at.requestId))
  expect(held).toMatchObject({ inForce: true, choice: { verdict: 'override-accepted', codes: ['court-indication'] } })
})

test('outside the frame a choice stands only once a manager other than the author agreed', async () => {
  const at = await newCase()
  await give(at, { ...circumstances, ...matter })
  const done = await choose(at, order(240), because, zoe)
  expect(done).toMatchObject({ ok: true, value: { awaitsManager: true } })
  const choiceId = done.ok ? done.value.choiceId : ''
  const held = () => as(ctx => proposalOf(ctx.tx, at.personId, at.requestId))
  expect((await held())?.inForce).toBe(false)
  expect((await as(ctx => choicesAwaitingManager(ctx.tx))).map(one => one.id)).toEqual([choiceId])

  const answer = (agreed: boolean, comment: string, viewer: Viewer) =>
    as(ctx => agreeProposal(ctx, { personId: at.personId, choiceId, agreed, comment }), viewer)
  await expect(answer(true, '', ada)).rejects.toThrow(NotAllowed)
  expect(await answer(true, '', zoe)).toMatchObject({ ok: false, problems: [{ code: 'manager-is-the-author' }] })
  const other = courtSenior('yan')
  expect(await answer(false, ' ', other)).toMatchObject({ ok: false, problems: [{ field: 'comment' }] })
  expect(await answer(true, '', other)).toMatchObject({ ok: true })
  await expect(answer(true, '', other)).rejects.toThrow(Conflict)
  expect((await held())?.inForce).toBe(true)
  expect(await as(ctx => choicesAwaitingManager(ctx.tx))).toEqual([])
})

test('a harm factor and needs of a signed assessment, with strengths too, reach the proposal', async () => {
  for (const layer of ['L3', 'L3.2'] as const) {
    const at = await newCase()
    await give(at, { ...circumstances, ...matter })
    const drugs = { '8.1': 'YES', '8.4': '2', '8.5': '2', '8.8': '0', '8.9': '2' }
    const answers = { ...drugs, RM28: ['RM28.0.27'] }
    await as(ctx => assessmentOnRecord(ctx, at.personId, { layer, answers, acts: ['signed'] }))
    const { facts, proposal } = await today(at)
    expect(facts.risk.harmFactors).toMatchObject([{ id: 'RM28.0.27', name: 'Victim safety' }])
    expect(facts.needs.find(one => one.area === 'drugs')?.severity).not.toBe('none')
    expect(facts.treatment.drugs).toMatchObject({ criterionMet: true, willing: true })
    const exclusion = proposal.options.find(one => one.option.id === 'exclusion')
    expect(exclusion?.mustHave).toEqual(['harm-factor:RM28.0.27'])
    expect(proposal.packages[0]?.mustHaves).toContain('exclusion')
    const asked = proposal.questions.map(one => one.fact)
    expect(asked).not.toContain('drugs.criterion')
    expect(asked).toContain('drugs.arranged')
  }
})

test('a stored proposal replays byte for byte, and another rule file changes no stored decision', async () => {
  const at = await newCase()
  await give(at, { ...circumstances, ...matter })
  await choose(at, order(100), because)
  const held = () => as(ctx => proposalOf(ctx.tx, at.personId, at.requestId))
  const before = await held()
  const without = proposalRules.rows.filter(row => row.id === 'unpaid-work.able')
  useRuleFile({
    version: 'westmere-2',
    rows: without.map(row => ({ ...row, when: { fact: 'person.sex', is: 'female' } })),
  })
  expect((await today(at)).proposal.ruleFile).toBe('westmere-2')
  expect(await held()).toEqual(before)
  expect(before?.ruleVersion).toBe(proposalRules.version)
  const replayed = await as(ctx => replayProposal(ctx.tx, at.personId, before!.proposalId))
  expect(replayed?.same).toBe(true)
  expect(replayed?.replayed).toBe(JSON.stringify(before!.proposal))
})

test('people who differ in ethnicity and nationality alone get the same proposal, under any rule rows', async () => {
  const sources = [
    '../queries/proposal-sources.ts',
    '../rules/proposal-facts.ts',
    '../../person/queries/birth-and-sex.ts',
    '../../person/queries/managers-of.ts',
    '../../organisation/queries/delivery-catalogue.ts',
  ]
  const statements = sources.flatMap(
    file => readFileSync(new URL(file, import.meta.url), 'utf8').match(/`[^`]*SELECT[^`]*`|'SELECT[^']*'/g) ?? [],
  )
  expect(statements.length).toBeGreaterThan(4)
  expect(statements.filter(one => /ethnic|religio|faith|national|citizen|person\.person.*\*/i.test(one))).toEqual([])

  const answers: string[] = []
  const changes = [
    ['White British', 'British'],
    ['Black or Black British - African', 'Nigerian'],
    ['Asian or Asian British - Pakistani', null],
    [null, 'Romanian'],
  ] as const
  for (const rules of [null, { ...proposalRules, version: 'westmere-3', rows: [...proposalRules.rows].reverse() }]) {
    if (rules) useRuleFile(rules)
    const made: string[] = []
    for (const [ethnicity, nationality] of changes) {
      const at = await newCase()
      await as(ctx =>
        ctx.tx.run(
          `UPDATE person.person SET ethnicity = $2, nationality = $3, date_of_birth = '1990-05-06' WHERE person_id = $1`,
          [at.personId, ethnicity, nationality],
        ),
      )
      await give(at, { ...circumstances, ...matter })
      made.push(JSON.stringify(await today(at)))
    }
    expect(new Set(made).size).toBe(1)
    answers.push(made[0]!)
  }
  expect(answers[0]).not.toBe(answers[1])
})
