import { type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import type {
  OptionVerdict,
  OrderFamily,
  Package,
  PackageRequirement,
  ProposalFacts,
  Question,
  RuleTaken,
  SeriousnessBand,
} from '../model.ts'
import { curfewAsProposed, rankingWeights } from '../parameters/package-ranking.ts'
import { proposalOptions } from '../parameters/proposal-options.ts'
import { proposalRules } from '../parameters/rule-rows.ts'
import { type SentenceFrame, sentenceFrames } from '../parameters/sentence-frame.ts'
import { factsRead } from './condition.ts'
import { optionVerdict } from './option-verdict.ts'
import { packagesOf } from './packages.ts'
import { requirementAsProposed } from './requirement-as-proposed.ts'
import type { RuleFile } from './rule-file.ts'

/** A proposal as it is stored and shown: packages best first, every option with why it stands where it does, and what
 *  it was made under. `personalFactsUsed`: the rules that asked for age or sex. */
export type Proposal = {
  readonly outcome: 'proposed' | 'needs-information' | 'nothing-fits'
  readonly ruleFile: string
  readonly family: OrderFamily
  readonly band: SeriousnessBand | null
  readonly frame: SentenceFrame | null
  readonly packages: readonly Package[]
  readonly options: readonly OptionVerdict[]
  readonly questions: readonly Question[]
  readonly personalFactsUsed: readonly { readonly fact: string; readonly rules: readonly string[] }[]
  readonly reasons: readonly Reason[]
  readonly rules: readonly RuleTaken[]
}

/** What could be proposed to the court. The frame's usual order is taken unless another is asked for. The same facts
 *  and rules always give the same answer, in the same order. */
export function propose(facts: ProposalFacts, rules: RuleFile = proposalRules, asked?: OrderFamily): Proposal {
  const frames = sentenceFrames.on(facts.sentencedOn)
  const band = facts.case.seriousness
  const frame = band && frames.value[band]
  const family = asked ?? frame?.orders[0] ?? 'community-order'
  const options = proposalOptions.map(option => {
    const as: PackageRequirement | null = requirementAsProposed(option, frame, true, facts.sentencedOn) ?? null
    return optionVerdict(option, as, family, facts, rules)
  })
  const packages = frame?.orders.includes(family) ? packagesOf(options, family, band!, frame, facts) : []
  const seriousness: Question = { fact: 'case.seriousness', question: 'How serious is the offence?' }
  return {
    outcome: packages.length > 0 ? 'proposed' : frame === null ? 'needs-information' : outcomeWithout(frame, options),
    ruleFile: rules.version,
    family,
    band,
    frame,
    packages,
    options,
    questions: distinct([...(frame ? [] : [seriousness]), ...options.flatMap(questionsOf)], one => one.fact),
    personalFactsUsed: personalFactsUsed(options, rules),
    reasons: reasonsOf(band, frame, family, packages),
    rules: distinct(
      [
        ...[frames, rankingWeights.on(facts.sentencedOn), curfewAsProposed.on(facts.sentencedOn)].map(inForce),
        ...options.flatMap(one => one.rulesUsed),
      ],
      one => `${one.rule} ${one.from}`,
    ),
  }
}

function outcomeWithout(frame: SentenceFrame, options: readonly OptionVerdict[]): Proposal['outcome'] {
  const open = options.some(one => one.option.requirement && one.status === 'needs-information')
  return frame.orders.length > 0 && open ? 'needs-information' : 'nothing-fits'
}

function reasonsOf(
  band: SeriousnessBand | null,
  frame: SentenceFrame | null,
  family: OrderFamily,
  packages: readonly Package[],
): readonly Reason[] {
  if (!frame) return [reason('seriousness-not-known')]
  const found: Reason[] = [reason('frame', { band, orders: frame.orders, besides: frame.besides })]
  if (frame.orders.length === 0) found.push(reason('frame-has-no-order', { band }))
  else if (!frame.orders.includes(family)) found.push(reason('order-outside-frame', { family }))
  else if (packages.length === 0) found.push(reason('no-package-fits', { family }))
  else if (packages.every(one => one.flags.some(flag => flag.code === 'nothing-punitive'))) {
    found.push(reason('nothing-punitive-available', { family }))
  }
  return found
}

/** An option that is settled against asks nothing more. */
function questionsOf({ status, findings }: OptionVerdict): readonly Question[] {
  return status === 'needs-information' ? findings.flatMap(one => one.questions) : []
}

function personalFactsUsed(options: readonly OptionVerdict[], rules: RuleFile): Proposal['personalFactsUsed'] {
  const used = new Set(
    options.flatMap(one => [...one.rulesUsed, ...one.findings]).map(one => `${one.rule} ${one.from}`),
  )
  const rows = rules.rows.filter(row => used.has(`${row.id} ${row.from}`))
  return (['person.age-at-conviction', 'person.sex'] as const).map(fact => ({
    fact,
    rules: rows.filter(row => row.when && factsRead(row.when).includes(fact)).map(row => row.id),
  }))
}

function inForce({ parameter, from, source }: InForce<unknown>): RuleTaken {
  return { rule: parameter, from, source }
}

function distinct<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map(item => [key(item), item])).values()]
}
