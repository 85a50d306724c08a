import { type LocalDate, weeklyTimesText } from '../../../platform/calendar/index.ts'
import type { SourceKind } from '../../../platform/rules/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { checkState } from '../../organisation/index.ts'
import type { OptionStatus, OptionVerdict, Package, PackageRequirement, ProposalFacts, ScoreLine } from '../model.ts'
import { askedFacts } from '../parameters/asked-facts.ts'
import { proposalOption } from '../parameters/proposal-options.ts'
import { proposalWords } from '../proposal-words.ts'
import type { Proposal } from '../rules/propose.ts'

export type PackageView = {
  readonly place: number
  readonly title: string
  readonly lines: readonly string[]
  readonly points: readonly string[]
  readonly uncovered: string
  readonly starts: readonly string[]
  readonly flags: readonly string[]
  readonly arithmetic: readonly { readonly what: string; readonly value: string }[]
  readonly total: string
}

export type OptionView = {
  readonly name: string
  readonly beside: boolean
  readonly why: readonly { readonly text: string; readonly source: string; readonly assumption: boolean }[]
  readonly delivery: string | null
}

export type ProposalView = {
  readonly frame: readonly string[]
  readonly frameSource: { readonly cite: string; readonly assumption: boolean } | null
  readonly packages: readonly PackageView[]
  readonly noPackage: string | null
  readonly open: readonly { readonly question: string; readonly href: string; readonly where: string }[]
  readonly groups: readonly {
    readonly status: OptionStatus
    readonly heading: string
    readonly options: readonly OptionView[]
  }[]
  readonly personal: readonly string[]
  readonly rules: string
}

export const statusWords: Readonly<Record<OptionStatus, string>> = {
  available: 'Available',
  'needs-information': 'Needs information',
  'not-eligible': 'Not eligible',
  unlawful: 'Unlawful',
}

/** A proposal in words: the frame with its source, packages with their arithmetic, open questions and where each is
 *  settled, and every option with why it stands where it does. */
export function proposalView(proposal: Proposal, facts: ProposalFacts, base: string, crn: string): ProposalView {
  const frameRule = proposal.rules.find(one => one.rule === 'advice.sentence-frame')
  const statuses = ['available', 'needs-information', 'not-eligible', 'unlawful'] as const
  return {
    frame: proposal.reasons.map(proposalWords),
    frameSource: frameRule ? { cite: frameRule.source.cite, assumption: frameRule.source.kind === 'assumption' } : null,
    packages: proposal.packages.map((one, index) => packageView(one, index + 1, facts)),
    noPackage: proposal.packages.length === 0 ? noPackageWords[proposal.outcome] : null,
    open: proposal.questions.map(one => ({ question: one.question, ...settledAt(one.fact, base, crn) })),
    groups: statuses.map(status => ({
      status,
      heading: statusWords[status],
      options: proposal.options.filter(one => one.status === status).map(one => optionView(one, facts)),
    })),
    personal: proposal.personalFactsUsed
      .filter(one => one.rules.length > 0)
      .map(one => `${one.fact === 'person.sex' ? 'Sex' : 'Age'} is read by ${one.rules.join(', ')}.`),
    rules: proposal.ruleFile,
  }
}

const noPackageWords: Readonly<Record<Proposal['outcome'], string>> = {
  proposed: '',
  'needs-information': 'No package can be made before the open questions below are answered.',
  'nothing-fits': 'No package fits the frame with what is available. You can still build an order of your own.',
}

/** Where a question is answered: on the form of this proposal, or in the part of the record that owns the fact. */
function settledAt(fact: string, base: string, crn: string): { readonly href: string; readonly where: string } {
  const asked = askedFacts.find(one => one.settles.includes(fact))
  if (asked) return { href: `${base}/facts#${asked.code}`, where: 'Answer' }
  if (fact.startsWith('need.')) return { href: `/case/${crn}/assessments`, where: 'In the assessment' }
  if (fact.startsWith('risk.')) return { href: `/case/${crn}/scores`, where: 'In the scores' }
  if (fact.startsWith('person.')) return { href: `/case/${crn}/details`, where: 'In personal details' }
  if (fact.startsWith('case.')) return { href: base.replace(/\/proposal$/, ''), where: 'In the request' }
  return { href: '/catalogue', where: 'In the catalogue' }
}

function packageView(one: Package, place: number, { sentencedOn: asAt, needs }: ProposalFacts): PackageView {
  const assessed = needs.length > 0
  return {
    place,
    title: `${familyWords[one.family]}: ${one.requirements.map(requirement => optionName(requirement.option).toLowerCase()).join(', ')}`,
    lines: one.requirements.map(requirementWords),
    points: one.points.filter(point => point.code !== 'left-unmet').map(proposalWords),
    uncovered:
      one.uncovered.length === 0
        ? assessed
          ? 'No known need is left uncovered'
          : 'What it leaves uncovered is not known: no needs are assessed'
        : `Leaves ${one.uncovered.map(plain).join(', ')} uncovered`,
    starts: one.starts.map(start => startWords(start, asAt)),
    flags: one.flags.map(proposalWords),
    arithmetic: one.arithmetic.map(line => ({ what: scoreWords(line), value: signed(line.value) })),
    total: String(one.total),
  }
}

export const familyWords = { 'community-order': 'Community order', 'suspended-sentence': 'Suspended sentence' } as const

/** 'Unpaid work, 100 hours'. */
export function requirementWords({ option, length, curfew }: PackageRequirement): string {
  const amount = length
    ? `${length.amount} ${length.amount === 1 ? length.unit.slice(0, -1) : length.unit}`
    : 'length for the author to state'
  const hours = curfew ? `, ${plural(curfew.hoursADay, 'hour')} a day` : ''
  return `${optionName(option)}, ${amount}${hours}`
}

function startWords(start: Package['starts'][number], asAt: LocalDate): string {
  const name = optionName(start.option)
  const first =
    start.nextStartOn && start.nextStartOn >= asAt ? `starts ${longDate(start.nextStartOn)}` : 'start not known'
  const wait =
    start.waitWeeks === null
      ? 'wait not known'
      : start.waitWeeks === 0
        ? 'no wait'
        : `wait of ${plural(start.waitWeeks, 'week')}`
  return `${name}: ${first}, ${wait}, ${start.provider ?? 'provider not known'}`
}

const scoreCodes: Readonly<Record<string, string>> = {
  'need-covered': 'Need covered',
  'harm-linked': 'Linked to harm',
  'reoffending-linked': 'Linked to reoffending',
  'burden-over-midpoint': 'Burden over the middle of the band',
  'waiting-weeks': 'Weeks until the last can start',
}

function scoreWords({ code, subject }: ScoreLine): string {
  return `${scoreCodes[code] ?? plain(code)}: ${plain(subject)}`
}

function optionView(
  { option, findings, delivery, status, mustHave }: OptionVerdict,
  { sentencedOn: asAt, risk }: ProposalFacts,
): OptionView {
  const assumed = (kind: SourceKind) => kind === 'assumption'
  const told = status === 'available' ? [] : findings
  return {
    name: option.name,
    beside: option.kind === 'offer',
    why: [
      ...mustHave.map(rule => mustHaveWords(rule, risk)),
      ...told.map(one => ({
        text: `${one.text} (${statusWords[one.status].toLowerCase()})`,
        source: `${one.rule}: ${one.source.cite}`,
        assumption: assumed(one.source.kind),
      })),
    ],
    delivery: delivery
      ? [
          delivery.provider,
          delivery.place,
          delivery.times && delivery.times.length > 0 ? weeklyTimesText(delivery.times).join(', ') : null,
          checkState(delivery.checkedOn, asAt) === 'confirmed' ? null : 'not confirmed lately, an assumption',
        ]
          .filter(part => part !== null)
          .join(', ')
      : null,
  }
}

/** Why an option comes first: a rule row, or a harm factor it manages by our table. */
function mustHaveWords(rule: string, { harmFactors }: ProposalFacts['risk']): OptionView['why'][number] {
  const factor = harmFactors.find(one => `harm-factor:${one.id}` === rule)
  if (!factor) return { text: 'Comes first.', source: rule, assumption: false }
  const text = `Comes first: it manages a named harm factor (${factor.name ?? factor.id}).`
  return { text, source: 'Assessment and advice.harm-factor-options', assumption: true }
}

function optionName(id: string): string {
  return proposalOption(id)?.name ?? plain(id)
}

function plain(text: string): string {
  return text.replaceAll('-', ' ')
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−')
}
