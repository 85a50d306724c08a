import { type Decision, decided, type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import { findingWords } from '../../sentence/index.ts'
import type { OrderFamily, PackageRequirement, ProposalFacts } from '../model.ts'
import { overrideReasons, overrideTextLength } from '../parameters/override-reasons.ts'
import { proposalOption } from '../parameters/proposal-options.ts'
import { type SentenceFrame, sentenceFrames } from '../parameters/sentence-frame.ts'
import { optionVerdict } from './option-verdict.ts'
import { curfewPlace } from './packages.ts'
import type { Proposal } from './propose.ts'
import { forbidden, lawOf, type OrderLengths } from './proposed-law.ts'
import type { RuleFile } from './rule-file.ts'

/** The order an author chooses, whether a package of the list or their own. */
export type ChosenOrder = OrderLengths & {
  readonly family: OrderFamily
  readonly requirements: readonly PackageRequirement[]
}

/** `codes` as they came in, so that one we do not know is refused and not lost. `managerAgreed` is the manager's id. */
export type Override = {
  readonly codes: readonly string[]
  readonly text: string
  readonly author: string
  readonly managerAgreed: string | null
}

export type ChoiceVerdict = 'as-proposed' | 'override-accepted' | 'refused'

/** May this order be proposed? Anything lawful may, with coded reasons and a text; outside the frame a manager other
 *  than the author agrees; what the law forbids, or has not been shown to allow, no override can bring in. Each reason
 *  of a refusal names its `field`. */
export function choosePackage(
  chosen: ChosenOrder,
  proposal: Proposal,
  facts: ProposalFacts,
  rules: RuleFile,
  override: Override | null,
): Decision<ChoiceVerdict> {
  const frames = sentenceFrames.on(facts.sentencedOn)
  const textLength = overrideTextLength.on(facts.sentencedOn)
  const used: readonly InForce<unknown>[] = [frames, textLength]
  const refusals = [...unknownOptions(chosen), ...pastTheLaw(chosen, facts, rules)]
  if (refusals.length > 0) return decided('refused', used, ...refusals)
  const toTell = [...nothingPunitive(chosen, facts), ...curfewPlace(chosen.requirements)]
  if (isProposed(chosen, proposal)) {
    return decided('as-proposed', used, reason('package-of-the-list'), ...toTell)
  }

  const outside = outsideFrame(chosen, facts.case.seriousness && frames.value[facts.case.seriousness])
  const wanting = [...overrideProblems(override, textLength.value.least), ...managerProblems(outside, override)]
  if (wanting.length > 0) return decided('refused', used, ...wanting)
  return decided('override-accepted', used, reason('override', { codes: override?.codes ?? [] }), ...outside, ...toTell)
}

function unknownOptions({ requirements }: ChosenOrder): readonly Reason[] {
  if (requirements.length === 0) return [reason('no-requirement', { field: 'requirements' })]
  return requirements
    .filter(({ option, kind }) => proposalOption(option)?.requirement !== kind)
    .map(({ option, kind }) => reason('option-not-known', { field: 'requirements', option, kind }))
}

/** Each option on its own with its rules, and the order as a whole with its lengths. */
function pastTheLaw(chosen: ChosenOrder, facts: ProposalFacts, rules: RuleFile): readonly Reason[] {
  const { family, requirements } = chosen
  const whole = forbidden(lawOf(family, requirements, facts, chosen)).map(one =>
    reason('past-the-law', { field: 'requirements', finding: one.code, text: findingWords(one) }),
  )
  const each = requirements.flatMap(as => {
    const option = proposalOption(as.option)
    if (!option) return []
    const law = optionVerdict(option, as, family, facts, rules).findings.filter(one => one.law)
    return law
      .filter(one => one.status !== 'unlawful' || !whole.some(other => other.data['finding'] === one.reason.code))
      .map(({ status, rule, source, text, questions }) =>
        reason(status === 'unlawful' ? 'past-the-law' : 'law-not-settled', {
          field: 'requirements',
          option: as.option,
          rule,
          source: source.cite,
          text,
          questions: questions.map(one => one.question),
        }),
      )
  })
  return [...whole, ...each]
}

/** The order stands, and its reader is told what it owes (s.208(10)). */
function nothingPunitive(chosen: ChosenOrder, facts: ProposalFacts): readonly Reason[] {
  if (facts.case.fineOrExceptional === true) return []
  const law = lawOf(chosen.family, chosen.requirements, facts, chosen)
  return law.reasons.filter(one => one.code === 'nothing-punitive')
}

/** The same options and curfew hours in the same amounts; a length the proposal left open may be filled in. */
function isProposed(chosen: ChosenOrder, { packages }: Proposal): boolean {
  return packages.some(
    one =>
      one.family === chosen.family &&
      one.requirements.length === chosen.requirements.length &&
      one.requirements.every(proposed =>
        chosen.requirements.some(
          other =>
            other.option === proposed.option &&
            (proposed.length === null || sameValue(proposed.length, other.length)) &&
            sameValue(proposed.curfew, other.curfew),
        ),
      ),
  )
}

function outsideFrame(chosen: ChosenOrder, frame: SentenceFrame | null): readonly Reason[] {
  if (!frame) return [reason('seriousness-not-known', { field: 'seriousness' })]
  const found: Reason[] = []
  const { family, requirements } = chosen
  if (!frame.orders.includes(family)) {
    found.push(reason('order-outside-frame', { field: 'family', family, orders: frame.orders }))
  }
  if (frame.orders.length > 0 && requirements.length > frame.mostRequirements) {
    const data = { number: requirements.length, most: frame.mostRequirements }
    found.push(reason('too-many-requirements-for-the-frame', { field: 'requirements', ...data }))
  }
  for (const { option, kind, length } of requirements) {
    const range = frame.amounts[kind]
    if (!range || !length) continue
    const fits = length.unit === range.unit && length.amount >= range.least && length.amount <= range.most
    if (!fits) {
      found.push(reason('amount-outside-frame', { field: 'requirements', option, ...length, range: { ...range } }))
    }
  }
  return found
}

function overrideProblems(override: Override | null, least: number): readonly Reason[] {
  if (!override) return [reason('override-needed', { field: 'override' })]
  const { codes, text } = override
  const found: Reason[] = []
  if (codes.length === 0) found.push(reason('reason-needed', { field: 'codes' }))
  const unknown = codes.filter(code => !overrideReasons.some(known => known === code))
  found.push(...unknown.map(code => reason('reason-not-known', { field: 'codes', code })))
  const length = text.trim().length
  if (length < least) found.push(reason('text-too-short', { field: 'text', length, least }))
  return found
}

function managerProblems(outside: readonly Reason[], override: Override | null): readonly Reason[] {
  if (outside.length === 0 || !override) return []
  if (!override.managerAgreed) return [reason('manager-needed', { field: 'managerAgreed' }), ...outside]
  if (override.managerAgreed === override.author) return [reason('manager-is-the-author', { field: 'managerAgreed' })]
  return []
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

/** Fields by name, so that the order they were written in does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
