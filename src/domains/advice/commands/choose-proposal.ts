import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import type { Reason } from '../../../platform/rules/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import type { OrderFamily, ProposalFacts } from '../model.ts'
import { proposalWords } from '../proposal-words.ts'
import { proposalSources } from '../queries/proposal-sources.ts'
import { type ChosenOrder, choosePackage } from '../rules/choose-package.ts'
import { proposalFacts } from '../rules/proposal-facts.ts'
import { type Proposal, propose } from '../rules/propose.ts'
import { rulesInUse } from '../rules-in-use.ts'
import { choiceById, storeChoice, storeProposal } from '../store/proposal-store.ts'
import { requestById } from '../store/request-store.ts'

export type MadeProposal = {
  readonly facts: ProposalFacts
  readonly proposal: Proposal
  /** The day of the assessment the needs come from, when nobody has signed it yet; null otherwise. */
  readonly unsignedAssessmentOn: LocalDate | null
}

/** What could be proposed for a request today, from what the record holds. Nothing is kept. Throws NotFound. */
export async function proposalToday(
  ctx: Context,
  at: { readonly personId: string; readonly requestId: string },
  asked: OrderFamily | null,
): Promise<MadeProposal & { readonly courtCode: string }> {
  const group = await identityGroup(ctx.tx, at.personId)
  const request = await requestById(ctx.tx, group, at.requestId)
  if (!request) throw new NotFound('There is no such report request on this record.')
  const sources = await proposalSources(ctx.tx, { ...at, group, today: ctx.today }, request)
  const facts = proposalFacts(sources)
  const { assessed } = sources
  return {
    ...{ facts, proposal: propose(facts, rulesInUse(), asked ?? undefined), courtCode: request.courtCode },
    unsignedAssessmentOn: assessed && !assessed.signed ? assessed.on : null,
  }
}

export type ChooseProposal = {
  readonly personId: string
  readonly requestId: string
  readonly chosen: ChosenOrder
  readonly asked: OrderFamily | null
  readonly override: { readonly codes: readonly string[]; readonly text: string } | null
}

/** Chooses a package, or another lawful order with coded reasons and a text. The proposal is stored with its facts, its
 *  rule rows and the choice. Outside the frame the choice waits for a manager. Source: proposal-framework.md section
 *  3.6. Throws NotAllowed, NotFound. */
export async function chooseProposal(
  ctx: Context,
  input: ChooseProposal,
): Promise<Result<{ readonly choiceId: string; readonly awaitsManager: boolean }>> {
  const { personId, requestId, chosen, override } = input
  ctx.may('advice.write', { people: [personId] })
  const flags = await lockFlags(ctx.tx, personId)
  const made = await proposalToday(ctx, input, input.asked)
  const rules = rulesInUse()
  const given = override && { ...override, author: ctx.viewer.username, managerAgreed: null }
  const decision = choosePackage(chosen, made.proposal, made.facts, rules, given)
  const waits = decision.outcome === 'refused' && onlyManagerWanting(decision.reasons)
  if (decision.outcome === 'refused' && !waits) return problems(...decision.reasons.filter(isWanting).map(asProblem))
  const proposalId = await storeProposal(
    ctx,
    { ...input, courtCode: made.courtCode },
    { ...made, asked: input.asked },
    rules,
    flags,
  )
  const verdict = decision.outcome === 'refused' ? 'awaiting-manager' : decision.outcome
  const choiceId = await storeChoice(ctx, {
    ...{ personId, requestId, proposalId, verdict, chosen },
    reasons: decision.reasons.filter(one => one.code !== 'manager-needed'),
    codes: verdict === 'as-proposed' ? [] : (override?.codes ?? []),
    text: verdict === 'as-proposed' ? null : (override?.text.trim() ?? null),
  })
  ctx.record('alter', 'advice.choose-proposal', [personId], { detail: { requestId, choiceId, proposalId, verdict } })
  await ctx.announce({ type: 'proposal-chosen', personId, body: { requestId, choiceId, verdict } }, flags)
  return ok({ choiceId, awaitsManager: waits })
}

/** A manager agrees to a choice outside the frame, or sends it back. The author cannot. Throws NotAllowed, NotFound, and
 *  Conflict where somebody has answered already. */
export async function agreeProposal(
  ctx: Context,
  input: { readonly personId: string; readonly choiceId: string; readonly agreed: boolean; readonly comment: string },
): Promise<Result<undefined>> {
  const { personId, choiceId, agreed } = input
  ctx.may('advice.agree-outside-frame', { people: [personId] })
  const flags = await lockFlags(ctx.tx, personId)
  const choice = await choiceById(ctx.tx, personId, choiceId)
  if (!choice || choice.verdict !== 'awaiting-manager') throw new NotFound('There is no such choice to agree.')
  if (choice.agreement) throw new Conflict('A manager has already answered this. Look at it again.')
  if (choice.by.toLowerCase() === ctx.viewer.username.toLowerCase()) {
    return problems({
      field: 'agreed',
      code: 'manager-is-the-author',
      text: 'The manager who agrees must not be the author',
    })
  }
  const comment = input.comment.trim()
  if (!agreed && comment === '') {
    return problems({ field: 'comment', code: 'comment-missing', text: 'Say why you do not agree' })
  }
  if (comment.length > 2_000) {
    return problems({ field: 'comment', code: 'too-long', text: 'Shorten the comment to 2000 characters or fewer' })
  }
  await ctx.tx.run(
    `INSERT INTO advice.proposal_agreement (person_id, id, choice_id, agreed, comment, at, by, by_name, excluded,
       restricted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      personId,
      newId(),
      choiceId,
      agreed,
      comment || null,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  ctx.record('alter', 'advice.agree-proposal', [personId], { detail: { choiceId, agreed } })
  return ok(undefined)
}

const outside = [
  'order-outside-frame',
  'too-many-requirements-for-the-frame',
  'amount-outside-frame',
  'seriousness-not-known',
]

/** Nothing is wanting but a manager's agreement. */
function onlyManagerWanting(reasons: readonly Reason[]): boolean {
  return (
    reasons.some(one => one.code === 'manager-needed') &&
    reasons.every(one => one.code === 'manager-needed' || outside.includes(one.code))
  )
}

/** What lies outside the frame is no fault of the form; it only asks for a manager. */
function isWanting({ code }: Reason): boolean {
  return code !== 'manager-needed' && !outside.includes(code)
}

function asProblem(why: Reason): Problem {
  const field = typeof why.data.field === 'string' ? why.data.field : 'requirements'
  return { field, code: why.code, text: proposalWords(why) }
}
