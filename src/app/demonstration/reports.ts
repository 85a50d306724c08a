import {
  allocateRequest,
  bookInterview,
  chooseProposal,
  countersignReport,
  decideTriage,
  deliverReport,
  fieldsAt,
  giveProposalFacts,
  markOf,
  noFacts,
  openReport,
  proposalToday,
  type ReportKind,
  type RequestFacts,
  recordRequestAct,
  replyBeforePlea,
  reportTextsOf,
  requestById,
  requestReport,
  returnReport,
  saveReport,
  signReport,
  type WrittenReportDepth,
} from '../../domains/advice/index.ts'
import { identityGroup } from '../../domains/person/index.ts'
import { type LocalDate, plusDays, plusWorkingDays } from '../../platform/calendar/index.ts'
import type { Context, Services } from '../../platform/context/index.ts'
import { accountOf, as, daysAgo, done } from './acting.ts'
import { charges } from './court-messages.ts'

type Stage =
  | 'asked'
  | 'allocated'
  | 'started'
  | 'awaiting-countersignature'
  | 'returned'
  | 'signed'
  | 'delivered'
  | 'withdrawn'
  | 'not-completed'

type Asked = {
  /** The record's place among those of the demonstration. */
  readonly n: number
  readonly kind: ReportKind
  readonly depth: WrittenReportDepth
  readonly stage: Stage
  /** Days ago it was asked for, and working days from today by which it is due. */
  readonly ago: number
  readonly due: number
  readonly override?: boolean
  readonly reply?: 'granted' | 'refused-incomplete'
}

/** One report in every state, and before-plea requests granted and refused. Those that are signed are about people whose
 *  assessment is complete and whose enquiries were answered. */
const asked: readonly Asked[] = [
  { n: 4, kind: 'after-conviction', depth: 'SHORT', stage: 'asked', ago: 0, due: 5 },
  { n: 5, kind: 'after-conviction', depth: 'ORAL', stage: 'allocated', ago: 0, due: 0 },
  { n: 2, kind: 'after-conviction', depth: 'STANDARD', stage: 'allocated', ago: 9, due: 2 },
  { n: 6, kind: 'after-conviction', depth: 'SHORT', stage: 'started', ago: 4, due: 1 },
  { n: 10, kind: 'after-conviction', depth: 'STANDARD', stage: 'awaiting-countersignature', ago: 8, due: 3 },
  { n: 20, kind: 'addendum', depth: 'SHORT', stage: 'returned', ago: 6, due: 4 },
  { n: 1, kind: 'after-conviction', depth: 'SHORT', stage: 'signed', ago: 5, due: 1 },
  { n: 0, kind: 'after-conviction', depth: 'SHORT', stage: 'delivered', ago: 7, due: 0, override: true },
  { n: 11, kind: 'after-conviction', depth: 'SHORT', stage: 'withdrawn', ago: 10, due: 1 },
  { n: 16, kind: 'after-conviction', depth: 'SHORT', stage: 'not-completed', ago: 12, due: 1 },
  { n: 17, kind: 'before-plea', depth: 'SHORT', stage: 'asked', ago: 2, due: 8, reply: 'granted' },
  { n: 19, kind: 'before-plea', depth: 'SHORT', stage: 'asked', ago: 1, due: 6, reply: 'refused-incomplete' },
]

/** Asks for, triages, allocates, writes, signs and delivers reports about the people at these places, by the commands
 *  staff use. A request that is there is not made again. */
export async function reportPeople(services: Services, personIds: readonly (string | undefined)[]): Promise<void> {
  for (const one of asked) {
    const personId = personIds[one.n]
    if (personId) await report(services, personId, one)
  }
}

async function report(services: Services, personId: string, one: Asked): Promise<void> {
  const then = daysAgo(services, one.ago)
  const officer = await accountOf(services, 'court')
  const { today } = services.clock()
  const { id: requestId, already } = await as(then, officer, async ctx => {
    const requiredBy = plusWorkingDays(today, one.due)
    return done(
      await requestReport(ctx, {
        ...{ personId, kind: one.kind, courtCode: 'B10JQ', appearanceId: null, caseReference: null, requiredBy },
        ...{ neededBy: null, facts: factsOf(one, ctx.today), formId: `demonstration ${one.n} ${one.kind}` },
      }),
    )
  })
  if (already) return
  const at = { personId, requestId }
  if (one.reply) {
    const reason = one.reply === 'granted' ? '' : 'The basis of the plea is not stated.'
    await as(then, officer, async ctx => done(await replyBeforePlea(ctx, { ...at, reply: one.reply!, reason })))
  }
  if (one.stage === 'asked') return
  await as(then, officer, ctx => triageAndAllocate(ctx, at, one))
  if (one.stage === 'withdrawn') {
    const reason = 'Sentenced on the day without a report.'
    await as(then, officer, async ctx => done(await recordRequestAct(ctx, { ...at, kind: 'withdrawn', reason })))
    return
  }
  if (one.stage === 'not-completed') {
    const reason = 'Did not come to either appointment.'
    await as(then, officer, async ctx => done(await recordRequestAct(ctx, { ...at, kind: 'not-completed', reason })))
    return
  }
  if (one.stage === 'allocated') return
  await as(services, officer, ctx => write(ctx, at, one))
  if (one.stage === 'started') return
  await as(services, officer, async ctx => {
    const group = await identityGroup(ctx.tx, personId)
    done(await signReport(ctx, { ...at, group, authorQualified: one.stage === 'signed' || one.stage === 'delivered' }))
  })
  await finish(services, at, one)
}

async function finish(
  services: Services,
  at: { readonly personId: string; readonly requestId: string },
  one: Asked,
): Promise<void> {
  if (one.stage === 'returned') {
    const comment = 'Say what the two victims lost, and why the curfew helps.'
    await as(services, await accountOf(services, 'team-manager'), async ctx =>
      done(await returnReport(ctx, { ...at, group: await identityGroup(ctx.tx, at.personId), comment })),
    )
  }
  if (one.stage !== 'delivered') return
  const senior = await accountOf(services, 'team-manager')
  await as(services, senior, async ctx => {
    const group = await identityGroup(ctx.tx, at.personId)
    const request = await requestById(ctx.tx, group, at.requestId)
    if (request?.state === 'READY_FOR_COUNTERSIGN') done(await countersignReport(ctx, { ...at, group }))
  })
  await as(services, await accountOf(services, 'court'), async ctx =>
    done(
      await deliverReport(ctx, {
        ...{ ...at, group: await identityGroup(ctx.tx, at.personId), way: 'digital-case-system' },
        ...{ deliveredAt: ctx.now, spokenBy: '', writtenNote: '' },
      }),
    ),
  )
}

async function triageAndAllocate(
  ctx: Context,
  at: { readonly personId: string; readonly requestId: string },
  { depth, stage, due }: Asked,
): Promise<void> {
  const request = (await requestById(ctx.tx, await identityGroup(ctx.tx, at.personId), at.requestId))!
  const differs = request.triage?.suggestedDepth === depth ? '' : 'The court asked for it in these words.'
  const delivery = depth === 'ORAL' ? 'ORAL_ON_DAY' : 'WRITTEN_ADJOURNED'
  done(await decideTriage(ctx, { ...at, version: request.version, depth, delivery, differsBecause: differs }))
  done(await allocateRequest(ctx, { ...at, writer: 'court', reason: '' }))
  if (stage !== 'allocated' || due === 0) return
  done(
    await bookInterview(ctx, {
      ...at,
      ...{ day: plusWorkingDays(ctx.today, 3), startsAt: '10:30', how: 'in-person', place: 'Calder Vale office' },
      ...{ language: '', details: '' },
    }),
  )
}

async function write(
  ctx: Context,
  at: { readonly personId: string; readonly requestId: string },
  one: Asked,
): Promise<void> {
  const group = await identityGroup(ctx.tx, at.personId)
  const report = done(await openReport(ctx, { ...at, group, depth: one.depth }))
  const unfinished = one.stage === 'started'
  if (!unfinished) await propose(ctx, at, one.override ?? false)
  const stood = await reportTextsOf(ctx.tx, at.personId, report.id)
  const fields = fieldsAt(one.depth).filter(field => !stood.has(field.id))
  const texts = (unfinished ? fields.slice(0, 6) : fields).map(field => {
    const value = field.choices.length === 0 ? wordsFor(field.id) : choiceFor(field)
    return { field: field.id, value, seen: { version: 0, mark: markOf(undefined) } }
  })
  done(await saveReport(ctx, { ...at, group, texts }))
}

function choiceFor({ id, kind, choices }: ReturnType<typeof fieldsAt>[number]): string | readonly string[] {
  if (id === 'isDangerousReport') return 'no'
  const first = choices[0]!.value
  return kind === 'choices' ? [first] : first
}

const words: Readonly<Record<string, string>> = {
  mainOffence: 'Common assault',
  offencesUnderConsideration:
    'A fight outside a shop at closing time. The person had drunk since noon, after losing a job the day before, and hit a man who had refused to lend money. They stopped when a friend stepped in.',
  offencesPattern: 'Two earlier offences of violence, both after drinking, none for the three years in work.',
  victimImpact: 'Bruises and two lost days of work. The man no longer uses the shop.',
  defendantBehaviour: 'Lives alone in a rented room, behind with the rent. Drinks on most days since losing the job.',
  strengths: 'Kept a job for three years. A sister visits every week and came to the interview.',
  riskAndHarmFactors: 'Drink and money troubles together bring the risk; work and the sister lower it.',
  proposedSentence: 'A community order for 12 months.',
  proposedSentenceRationale: 'Drinking is what the offences share. The order deals with it and with work.',
}

function wordsFor(id: string): string {
  return words[id] ?? 'Talked through in the interview and checked against the record.'
}

/** Facts that only a person can give, asked once; then the first package, or an order of the writer's own. */
async function propose(
  ctx: Context,
  at: { readonly personId: string; readonly requestId: string },
  override: boolean,
): Promise<void> {
  const answers = {
    'case.seriousness': 'medium',
    'case.imprisonable': 'yes',
    'case.fine-or-exceptional': 'no',
    'case.outstanding-hours': '0',
    'case.alcohol-factor': 'yes',
    'person.cannot-attend-hours': 'none',
    'person.cannot-attend-places': 'none',
    'person.free-hours': '20',
    'person.unpaid-work': 'able',
    'person.curfew-address-suitable': 'yes',
    'person.household-consents': 'yes',
    'alcohol.dependent': 'no',
  }
  done(await giveProposalFacts(ctx, { ...at, answers }))
  const { proposal } = await proposalToday(ctx, at, null)
  const [best] = proposal.packages
  if (!best) return
  const lengths = { length: { months: 12 }, supervisionPeriod: null, operationalPeriod: null }
  if (!override) {
    const chosen = { ...lengths, family: best.family, requirements: best.requirements }
    done(await chooseProposal(ctx, { ...at, chosen, asked: null, override: null }))
    return
  }
  const requirements = [
    {
      option: 'unpaid-work',
      kind: 'unpaid-work' as const,
      length: { amount: 80, unit: 'hours' as const },
      curfew: null,
    },
  ]
  const text = 'A new job with shifts until ten at night begins next week; groups in the evening would end it.'
  done(
    await chooseProposal(ctx, {
      ...{ ...at, asked: null, chosen: { ...lengths, family: 'community-order', requirements } },
      override: { codes: ['circumstance-not-in-tool'], text },
    }),
  )
}

function factsOf({ n, kind }: Asked, askedOn: LocalDate): RequestFacts {
  const { code, title } = charges[n % charges.length]!
  const beforePlea = kind === 'before-plea'
  const convictedOn = beforePlea ? null : askedOn
  return {
    ...noFacts,
    offences: [{ code, title, committedOn: plusDays(askedOn, -60), convictedOn, main: true, maximumPenalty: null }],
    ...{ plea: beforePlea ? 'not-known' : 'guilty', remand: 'unconditional-bail', hearingDay: askedOn },
    answers: { ...noFacts.answers, courtIndicatesCustody: n === 2 ? true : null },
    beforePlea: beforePlea
      ? {
          ...{ representative: 'Alder Law', firm: 'Alder and Rowan', initialDetailsOn: plusDays(askedOn, -3) },
          ...{ anticipatedPlea: 'guilty', bailOrPostal: true, magistratesSentence: true },
          ...{ guiltyToAllOnFullBasis: true, passesCommunityThreshold: true, consents: true },
        }
      : null,
  }
}
