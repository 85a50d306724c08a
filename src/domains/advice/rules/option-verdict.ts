import { type Decision, type Reason, reason, type Source } from '../../../platform/rules/index.ts'
import { findingWords, type OrderVerdict, requirementType } from '../../sentence/index.ts'
import type {
  OptionFinding,
  OptionStatus,
  OptionVerdict,
  OrderFamily,
  PackageRequirement,
  ProposalFacts,
  ProposalOption,
  RuleTaken,
} from '../model.ts'
import { deliveryOf, practicable } from './delivery.ts'
import { earliest, forbidden, isImprisonable, lawOf } from './proposed-law.ts'
import { rowFindings } from './row-findings.ts'
import type { RuleFile } from './rule-file.ts'
import { isFree } from './weekly-time.ts'

const orderLaw: Source = {
  kind: 'assumption',
  cite: 'Sentencing Act 2020 Part 9 Chapter 2: a community order needs an imprisonable offence',
  note: 'To be confirmed by a lawyer.',
}
const concurrentWork: Source = {
  kind: 'assumption',
  cite: 'Sentencing Act 2020 Schedule 9 Part 1: unpaid work of concurrent orders counts together',
  note: 'Not verified; to be confirmed by a lawyer.',
}
const severity: readonly OptionStatus[] = ['available', 'needs-information', 'not-eligible', 'unlawful']

/** Where one option stands for this person under an order: law first, then the rule rows, then delivery and the hours
 *  the person can attend. `as` is the requirement as it would be made; null for an offer. */
export function optionVerdict(
  option: ProposalOption,
  as: PackageRequirement | null,
  family: OrderFamily,
  facts: ProposalFacts,
  rules: RuleFile,
): OptionVerdict {
  const law = as && lawOf(family, [as], facts)
  const rows = rowFindings(option, family, facts, rules)
  const { delivery, findings } = deliveryOf(option, facts)
  const all = [
    ...(law ? lawFindings(option, family, law, facts) : []),
    ...(law ? orderFindings(family, facts) : []),
    ...rows.findings,
    ...(as?.kind === 'unpaid-work' ? concurrentHours(as, family, facts) : []),
    ...(as?.curfew ? curfewHours(as.curfew, facts) : []),
    ...findings,
  ]
  const status = severity.findLast(one => one === 'available' || all.some(found => found.status === one))!
  const factors = facts.risk.harmFactors.filter(factor => factor.managedBy.includes(option.id))
  return {
    option,
    status,
    findings: [...all].sort((one, other) => severity.indexOf(other.status) - severity.indexOf(one.status)),
    lookAt: law ? law.reasons.filter(one => ['pilot-areas-only', 'limit-not-known'].includes(one.code)) : [],
    mustHave: [...rows.mustHave, ...factors.map(({ id }) => `harm-factor:${id}`).sort()],
    delivery,
    rulesUsed: [...rows.used, ...(law ? limitsUsed(law) : [])],
  }
}

/** The limits of `sentence` that took part in its findings. */
export function limitsUsed(law: Decision<OrderVerdict>): readonly RuleTaken[] {
  return law.rules.map(({ parameter, from, source }) => ({ rule: parameter, from, source }))
}

/** Findings on the order itself are told apart from those on the requirement, so that each names its own limit. */
function lawFindings(
  option: ProposalOption,
  family: OrderFamily,
  law: Decision<OrderVerdict>,
  facts: ProposalFacts,
): readonly OptionFinding[] {
  const bare = lawOf(family, [], facts)
  const ofOrder = forbidden(bare)
  const orderLimits = limitsUsed(bare)
  const ownLimits = limitsUsed(law).filter(limit => !orderLimits.some(other => other.rule === limit.rule))
  const own = forbidden(law).filter(why => !ofOrder.some(other => other.code === why.code))
  const ownSource = option.requirement ? requirementType(option.requirement).source : orderLaw
  const undated = law.reasons.filter(one => one.code === 'conviction-date-not-known')
  return [
    ...ofOrder.map(why => refused(why, orderLimits[0], orderLaw)),
    ...own.map(why => refused(why, ownLimits[0], ownSource)),
    ...undated.map(why => asked(why, findingWords(why), 'case.convicted-on', ownLimits[0]?.source ?? ownSource)),
  ]
}

function refused(why: Reason, limit: RuleTaken | undefined, otherwise: Source): OptionFinding {
  return {
    status: 'unlawful',
    law: true,
    rule: limit?.rule ?? `sentence.${why.code}`,
    from: limit?.from ?? null,
    source: limit?.source ?? otherwise,
    reason: why,
    text: findingWords(why),
    questions: [],
  }
}

/** A community order needs an imprisonable offence; whether it is one must be known. */
function orderFindings(family: OrderFamily, { case: matter }: ProposalFacts): readonly OptionFinding[] {
  if (family !== 'community-order' || isImprisonable(matter) !== null) return []
  const question = 'Can the offence be punished with prison?'
  return [asked(reason('imprisonable-not-known'), question, 'case.imprisonable', orderLaw)]
}

/** Hours still to be worked under another order count with these, against the limit that `sentence` holds. */
function concurrentHours(as: PackageRequirement, family: OrderFamily, facts: ProposalFacts): readonly OptionFinding[] {
  const outstanding = facts.case.outstandingUnpaidWorkHours
  if (outstanding === null) {
    const question = 'How many hours of unpaid work does the person still have to do?'
    return [asked(reason('outstanding-hours-not-known'), question, 'case.outstanding-hours', concurrentWork)]
  }
  if (outstanding === 0 || !as.length) return []
  const together = { ...as, length: { ...as.length, amount: as.length.amount + outstanding } }
  const law = lawOf(family, [together], facts)
  return forbidden(law)
    .filter(one => one.code === 'too-many')
    .map(({ data }) => ({
      status: 'unlawful',
      law: true,
      rule: 'concurrent-unpaid-work',
      from: earliest(facts.case, 'convictedOn'),
      source: concurrentWork,
      reason: reason('concurrent-unpaid-work', { ...data, outstanding }),
      text: `With ${outstanding} hours still to do under another order, the hours together pass the limit.`,
      questions: [],
    }))
}

function curfewHours(
  { times }: NonNullable<PackageRequirement['curfew']>,
  { person }: ProposalFacts,
): readonly OptionFinding[] {
  const taken = person.cannotAttendHours
  if (taken === null) {
    const question = 'Which hours can the person not attend?'
    return [{ ...asked(reason('hours-not-known'), question, 'hours-not-known', practicable), law: false }]
  }
  if (times.every(time => isFree(time, taken))) return []
  return [
    {
      status: 'not-eligible',
      law: false,
      rule: 'curfew-over-committed-hours',
      from: null,
      source: practicable,
      reason: reason('curfew-over-committed-hours'),
      text: 'The hours of the curfew meet hours the person works, learns, cares or cannot be at home.',
      questions: [],
    },
  ]
}

function asked(why: Reason, text: string, fact: string, source: Source): OptionFinding {
  return {
    status: 'needs-information',
    law: true,
    rule: why.code,
    from: null,
    source,
    reason: why,
    text,
    questions: [{ fact, question: text }],
  }
}
