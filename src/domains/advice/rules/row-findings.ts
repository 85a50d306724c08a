import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Reason, reason } from '../../../platform/rules/index.ts'
import type { OptionFinding, OrderFamily, ProposalFacts, ProposalOption, Question, RuleTaken } from '../model.ts'
import { holds } from './condition.ts'
import { earliest } from './proposed-law.ts'
import { questionOf, ruleFacts } from './rule-facts.ts'
import type { RuleDay, RuleFile, RuleRow } from './rule-file.ts'

export type RowFindings = {
  readonly findings: readonly OptionFinding[]
  readonly mustHave: readonly string[]
  readonly used: readonly RuleTaken[]
}

/** What the rule rows say of an option: each rule by the version in force on the day it is chosen by, in this area. */
export function rowFindings(
  option: ProposalOption,
  family: OrderFamily,
  facts: ProposalFacts,
  rules: RuleFile,
): RowFindings {
  const here = rules.rows.filter(
    row =>
      row.option === option.id && row.orders.includes(family) && (row.areas === null || row.areas.includes(facts.area)),
  )
  const findings: OptionFinding[] = []
  const mustHave: string[] = []
  const used: RuleTaken[] = []
  const values = ruleFacts(facts)
  for (const id of [...new Set(here.map(row => row.id))].sort()) {
    const versions = here.filter(row => row.id === id)
    const chosen = versionOn(versions, dayOf(versions[0]!.appliesTo, facts))
    if (chosen === 'day-not-known') {
      findings.push(dayAsked(versions[0]!))
      continue
    }
    if (!chosen) {
      if (versions[0]!.effect === 'commences') findings.push(notCommenced(versions[0]!))
      continue
    }
    used.push(taken(chosen))
    if (!chosen.when) continue
    const answer = holds(chosen.when, values)
    if (chosen.effect === 'must-have-when') {
      if (answer.holds) mustHave.push(chosen.id)
      continue
    }
    if (answer.holds === true) continue
    const law = chosen.effect === 'unlawful-unless'
    const status = answer.holds === null ? 'needs-information' : law ? 'unlawful' : 'not-eligible'
    const why = reason(answer.holds === null ? 'condition-not-known' : 'condition-not-met', { rule: chosen.id })
    findings.push(finding(chosen, status, law, why, answer.unknown.map(questionOf)))
  }
  return { findings, mustHave, used }
}

/** The version in force on the day. With the day not known the only version there is will do, unless whether it
 *  commenced is the very question. */
function versionOn(versions: readonly RuleRow[], day: LocalDate | null): RuleRow | 'day-not-known' | undefined {
  const dated = versions.filter(row => row.from !== null)
  if (day !== null) return dated.find(row => row.from! <= day && (row.to === null || day <= row.to))
  if (dated.length === 0) return undefined
  const single = dated.length === 1 && dated[0]!.effect !== 'commences' && dated[0]!.to === null
  return single ? dated[0] : 'day-not-known'
}

function dayOf(appliesTo: RuleDay, { case: matter, sentencedOn }: ProposalFacts): LocalDate | null {
  if (appliesTo === 'sentence') return sentencedOn
  return earliest(matter, appliesTo === 'offence' ? 'committedOn' : 'convictedOn')
}

function notCommenced(row: RuleRow): OptionFinding {
  const why = reason('not-commenced', { rule: row.id, from: row.from, chosenBy: row.appliesTo })
  return finding(row, 'unlawful', true, why)
}

function dayAsked(row: RuleRow): OptionFinding {
  const question = `On which day was the ${row.appliesTo}?`
  const why = reason('day-not-known', { rule: row.id, chosenBy: row.appliesTo })
  const law = row.effect === 'commences' || row.effect === 'unlawful-unless'
  return finding(row, 'needs-information', law, why, [{ fact: `case.${row.appliesTo}-day`, question }])
}

function finding(
  row: RuleRow,
  status: OptionFinding['status'],
  law: boolean,
  why: Reason,
  questions: readonly Question[] = [],
): OptionFinding {
  return { ...taken(row), status, law, reason: why, text: row.text, questions }
}

function taken({ id, from, source }: RuleRow): RuleTaken {
  return { rule: id, from, source }
}
