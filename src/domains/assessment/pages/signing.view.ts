import type { AssessmentOnRecord } from '../queries/assessments-of.ts'
import type { SigningCheck, SigningItem } from '../queries/signing-check.ts'
import { type AssessmentState, assessmentState, isEditable } from '../rules/assessment-state.ts'
import type { HarmLevels } from '../rules/harm-levels.ts'
import type { KeptScore } from '../rules/scored-set.ts'
import { bandNames, countersignerWords, levelWords, reasonWords, stateTags } from './signing-words.ts'

export type ItemView = { readonly text: string; readonly href: string | null; readonly how: string }

export type ScoreRow = { readonly predictor: string; readonly form: string; readonly result: string }

export type SigningView = {
  readonly state: AssessmentState
  readonly tag: { readonly text: string; readonly colour: string }
  readonly base: string
  readonly version: number
  readonly editable: boolean
  readonly blocking: readonly ItemView[]
  readonly warnings: readonly ItemView[]
  readonly scores: readonly ScoreRow[]
  readonly levels: LevelsView | null
  readonly countersign: { readonly who: string; readonly because: readonly string[]; readonly assumed: boolean }
}

/** What the page before signing shows: what stands in the way, what the signer is warned of, results, who comes next. */
export function signingView(assessment: AssessmentOnRecord, check: SigningCheck, crn: string): SigningView {
  const state = assessmentState(assessment.acts)
  const base = `/case/${crn}/assessments/${assessment.id}`
  const item = (one: SigningItem) => itemView(one, base, crn)
  const { outcome, reasons, rules } = check.countersign
  return {
    ...{ state, tag: stateTags[state], base, version: assessment.version, editable: isEditable(state) },
    blocking: check.blocking.map(item),
    warnings: check.warnings.map(item),
    scores: check.scores.generationTwo.filter(isShown).map(scoreRow),
    levels: check.levels && levelsView(check.levels),
    countersign: {
      who:
        outcome.length === 0
          ? 'No countersignature is needed'
          : `Countersigned by ${outcome.map(one => countersignerWords[one]).join(', then ')}`,
      because: reasons.map(reasonWords),
      assumed: rules.some(rule => rule.source.kind === 'assumption'),
    },
  }
}

/** The place where an item is put right. */
function itemView({ code, section, question, text }: SigningItem, base: string, crn: string): ItemView {
  if (code === 'factor-without-action')
    return { text, how: 'Go to the actions', href: `/case/${crn}/plan/risk-actions` }
  if (section !== null)
    return { text, how: 'Go to the question', href: `${base}/${section}${question ? `#${question}` : ''}` }
  if (code.startsWith('enquiry-')) return { text, how: 'Go to the enquiries', href: `/case/${crn}/enquiries` }
  if (code === 'agreement') return { text, how: 'Go to the plan', href: `/case/${crn}/plan` }
  return { text, how: '', href: null }
}

export type LevelsView = {
  readonly overall: string
  readonly community: readonly { readonly who: string; readonly level: string }[]
  readonly custody: readonly { readonly who: string; readonly level: string }[]
}

const whoWords: Readonly<Record<string, string>> = {
  children: 'Children',
  public: 'The public',
  'known-adult': 'A known adult',
  staff: 'Staff',
  prisoners: 'Prisoners',
}

/** Levels by who is at risk; a cell nobody gave is "not given", never low. */
export function levelsView({ overall, community, custody }: HarmLevels): LevelsView {
  const rows = (cells: HarmLevels['community'] | HarmLevels['custody']) =>
    Object.entries(cells).map(([who, level]) => ({
      who: whoWords[who] ?? who,
      level: level ? levelWords[level] : 'Not given',
    }))
  return { overall: levelWords[overall], community: rows(community), custody: rows(custody) }
}

/** The form that was not attempted says nothing beside the one that was. */
function isShown(score: KeptScore): boolean {
  return score.outcome === 'scored' || score.why !== 'not-attempted'
}

export function scoreRow(score: KeptScore): ScoreRow {
  const form = `${score.basis === 'static' ? 'Static' : 'Dynamic'}, generation ${score.generation}`
  if (score.outcome === 'no-score') {
    const why = {
      missing: 'inputs are missing',
      'not-calculable': 'it cannot be calculated',
      'not-applicable': 'it does not apply',
      'not-attempted': 'it was not attempted',
    }
    return { predictor: score.predictor, form, result: `No score: ${why[score.why ?? 'missing']}` }
  }
  const band = score.band ? `${bandNames[score.band]} (generation ${score.generation})` : ''
  return {
    predictor: score.predictor,
    form,
    result: [score.percent === null ? '' : `${score.percent}%`, band].filter(Boolean).join(', '),
  }
}
