import { createHash } from 'node:crypto'
import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { Reason } from '../../../platform/rules/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { type AccessFlags, lockFlags } from '../../person/index.ts'
import type { OrderFamily, ProposalFacts } from '../model.ts'
import type { ChosenOrder } from '../rules/choose-package.ts'
import type { ConcordanceOutcome } from '../rules/concordance.ts'
import { type Proposal, propose } from '../rules/propose.ts'
import { type RuleFile, readRuleFile } from '../rules/rule-file.ts'

export type StoredAgreement = {
  readonly agreed: boolean
  readonly comment: string | null
  readonly at: Instant
  readonly byName: string
}

export type StoredChoice = {
  readonly personId: string
  readonly id: string
  readonly requestId: string
  readonly proposalId: string
  readonly verdict: 'as-proposed' | 'override-accepted' | 'awaiting-manager'
  readonly chosen: ChosenOrder
  readonly reasons: readonly Reason[]
  readonly codes: readonly string[]
  readonly text: string | null
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly agreement: StoredAgreement | null
}

export type StoredOutcome = {
  readonly disposalId: string
  readonly sentencedOn: LocalDate
  readonly outcome: ConcordanceOutcome
  readonly reasons: readonly Reason[]
  readonly at: Instant
}

/** A request's newest proposal and choice. `inForce`: the choice stands, so the report may carry it; one outside the
 *  frame stands only once a manager agreed. */
export type ProposalOnRecord = {
  readonly proposalId: string
  readonly proposal: Proposal
  readonly facts: ProposalFacts
  readonly ruleVersion: string
  readonly madeAt: Instant
  readonly choice: StoredChoice
  readonly inForce: boolean
  readonly outcome: StoredOutcome | null
}

const choiceColumns = `choice.person_id AS "personId", choice.id, choice.request_id AS "requestId",
  choice.proposal_id AS "proposalId", choice.verdict, choice.chosen, choice.reasons, choice.codes, choice.text,
  choice.at, choice.by, choice.by_name AS "byName",
  (SELECT jsonb_build_object('agreed', agreement.agreed, 'comment', agreement.comment, 'at', agreement.at,
                             'byName', agreement.by_name)
     FROM advice.proposal_agreement agreement
    WHERE agreement.person_id = choice.person_id AND agreement.choice_id = choice.id
    ORDER BY agreement.at DESC, agreement.id DESC LIMIT 1) AS agreement`

/** Keeps the proposal with its facts and its rule rows, byte for byte. Answers its id. */
export async function storeProposal(
  ctx: Context,
  at: { readonly personId: string; readonly requestId: string; readonly courtCode: string },
  made: { readonly facts: ProposalFacts; readonly proposal: Proposal; readonly asked: OrderFamily | null },
  rules: RuleFile,
  flags: AccessFlags,
): Promise<string> {
  const file = JSON.stringify(rules)
  const sha256 = createHash('sha256').update(file).digest('hex')
  await ctx.tx.run(
    `INSERT INTO advice.rule_file (sha256, version, file, kept_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (sha256) DO NOTHING`,
    [sha256, rules.version, file, ctx.now],
  )
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO advice.proposal (person_id, id, request_id, court_code, facts, answer, rule_file, rule_version,
       asked_family, made_at, made_by, made_by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      at.personId,
      id,
      at.requestId,
      at.courtCode,
      JSON.stringify(made.facts),
      JSON.stringify(made.proposal),
      sha256,
      rules.version,
      made.asked,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  return id
}

/** Keeps what was chosen. Whether it may be is the command's to decide. Answers the choice's id. */
export async function storeChoice(
  ctx: Context,
  choice: Pick<
    StoredChoice,
    'personId' | 'requestId' | 'proposalId' | 'verdict' | 'chosen' | 'reasons' | 'codes' | 'text'
  >,
): Promise<string> {
  const flags = await lockFlags(ctx.tx, choice.personId)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO advice.proposal_choice (person_id, id, proposal_id, request_id, verdict, chosen, reasons, codes, text,
       at, by, by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      choice.personId,
      id,
      choice.proposalId,
      choice.requestId,
      choice.verdict,
      JSON.stringify(choice.chosen),
      JSON.stringify(choice.reasons),
      [...choice.codes],
      choice.text,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  return id
}

/** The newest proposal of a request with what was chosen and what the court did; undefined when nothing was chosen. */
export async function proposalOf(
  tx: Tx,
  people: string | readonly string[],
  requestId: string,
): Promise<ProposalOnRecord | undefined> {
  const group = [people].flat()
  const choice = await tx.maybe<StoredChoice>(
    `SELECT ${choiceColumns} FROM advice.proposal_choice choice
      WHERE choice.person_id = ANY ($1) AND choice.request_id = $2 ORDER BY choice.at DESC, choice.id DESC LIMIT 1`,
    [group, requestId],
  )
  if (!choice) return undefined
  const made = await tx.one<{ answer: string; facts: string; ruleVersion: string; madeAt: Instant }>(
    `SELECT answer, facts, rule_version AS "ruleVersion", made_at AS "madeAt" FROM advice.proposal
      WHERE person_id = $1 AND id = $2`,
    [choice.personId, choice.proposalId],
  )
  const outcome = await tx.maybe<StoredOutcome>(
    `SELECT disposal_id AS "disposalId", sentenced_on AS "sentencedOn", outcome, reasons, at
       FROM advice.proposal_outcome WHERE person_id = ANY ($1) AND request_id = $2 ORDER BY at DESC, id DESC LIMIT 1`,
    [group, requestId],
  )
  return {
    proposalId: choice.proposalId,
    proposal: JSON.parse(made.answer) as Proposal,
    facts: JSON.parse(made.facts) as ProposalFacts,
    ruleVersion: made.ruleVersion,
    madeAt: made.madeAt,
    choice,
    inForce: isInForce(choice),
    outcome: outcome ?? null,
  }
}

export function isInForce({ verdict, agreement }: Pick<StoredChoice, 'verdict' | 'agreement'>): boolean {
  return verdict !== 'awaiting-manager' || agreement?.agreed === true
}

/** One choice, undefined when there is none to be seen. */
export function choiceById(tx: Tx, personId: string, id: string): Promise<StoredChoice | undefined> {
  return tx.maybe<StoredChoice>(
    `SELECT ${choiceColumns} FROM advice.proposal_choice choice WHERE choice.person_id = $1 AND choice.id::text = $2`,
    [personId, id],
  )
}

/** Choices outside the frame that no manager has answered, the oldest first. A later choice of the same request takes
 *  the place of an earlier one. */
export function choicesAwaitingManager(tx: Tx): Promise<readonly StoredChoice[]> {
  return tx.rows<StoredChoice>(
    `SELECT ${choiceColumns} FROM advice.proposal_choice choice
      WHERE choice.verdict = 'awaiting-manager'
        AND NOT EXISTS (SELECT FROM advice.proposal_agreement agreement
                         WHERE agreement.person_id = choice.person_id AND agreement.choice_id = choice.id)
        AND NOT EXISTS (SELECT FROM advice.proposal_choice later
                         WHERE later.person_id = choice.person_id AND later.request_id = choice.request_id
                           AND later.at > choice.at)
        AND NOT EXISTS (SELECT FROM advice.request_act sealed
                         WHERE sealed.person_id = choice.person_id AND sealed.request_id = choice.request_id
                           AND sealed.kind = 'sealed')
      ORDER BY choice.at, choice.id`,
  )
}

/** Works a stored proposal out again from its own facts and rule rows: the same answer, byte for byte, whatever rules
 *  are in use now. Undefined when there is no such proposal. */
export async function replayProposal(
  tx: Tx,
  personId: string,
  proposalId: string,
): Promise<{ readonly stored: string; readonly replayed: string; readonly same: boolean } | undefined> {
  const made = await tx.maybe<{ answer: string; facts: string; file: string; asked: OrderFamily | null }>(
    `SELECT proposal.answer, proposal.facts, rule_file.file, proposal.asked_family AS asked FROM advice.proposal
       JOIN advice.rule_file ON rule_file.sha256 = proposal.rule_file
      WHERE proposal.person_id = $1 AND proposal.id = $2`,
    [personId, proposalId],
  )
  if (!made) return undefined
  const rules = readRuleFile(JSON.parse(made.file))
  const replayed = JSON.stringify(propose(JSON.parse(made.facts) as ProposalFacts, rules, made.asked ?? undefined))
  return { stored: made.answer, replayed, same: replayed === made.answer }
}
