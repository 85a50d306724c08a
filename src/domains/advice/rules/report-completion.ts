import { fieldsAt, reaches, reportSections } from '../parameters/report-fields.ts'
import type { ReportDepth, ReportField, ReportSection, ReportValue, ReportValues } from '../report-model.ts'
import { countedLength } from './counted-length.ts'

/** A field that keeps the report from being signed. `over`: characters over its limit. */
export type FieldLeft = {
  readonly field: ReportField
  readonly why: 'missing' | 'too-long' | 'not-a-choice'
  readonly over: number
}

export type SectionState = {
  readonly section: ReportSection
  readonly title: string
  readonly state: 'complete' | 'in-progress' | 'not-started'
  readonly asked: number
  readonly answered: number
  readonly left: readonly FieldLeft[]
}

/** How far each section is, and which fields still stand in the way of signing. A text over its limit is a draft: kept,
 *  and in the way. Source: pre-sentence-report.md sections 5 and 6. */
export function sectionStates(depth: ReportDepth, values: ReportValues): readonly SectionState[] {
  return reportSections
    .filter(({ section }) => section !== 'person')
    .map(({ section, title }) => {
      const fields = fieldsAt(depth, section)
      const left = fields.flatMap(field => fieldLeft(field, depth, values) ?? [])
      const answered = fields.filter(field => hasValue(values.get(field.id))).length
      const state = left.length === 0 ? 'complete' : answered === 0 ? 'not-started' : 'in-progress'
      return { section, title, state, asked: fields.length, answered, left } as const
    })
}

/** Why a field stands in the way of signing; undefined when it does not. */
export function fieldLeft(field: ReportField, depth: ReportDepth, values: ReportValues): FieldLeft | undefined {
  const value = values.get(field.id)
  if (!hasValue(value)) {
    return isRequired(field, depth, values) ? { field, why: 'missing', over: 0 } : undefined
  }
  const over = overBy(field, value)
  if (over > 0) return { field, why: 'too-long', over }
  const known = field.choices.map(choice => choice.value)
  const chosen = typeof value === 'string' ? [value] : value
  const strange = field.choices.length > 0 && !field.ownChoices && chosen.some(one => !known.includes(one))
  return strange ? { field, why: 'not-a-choice', over: 0 } : undefined
}

/** Characters by which a text exceeds its limit; 0 when it does not. */
export function overBy(field: ReportField, value: ReportValue | undefined): number {
  if (field.longest === null || typeof value !== 'string') return 0
  return Math.max(0, countedLength(value) - field.longest)
}

function isRequired(field: ReportField, depth: ReportDepth, values: ReportValues): boolean {
  if (field.insteadOf && holds(values.get(field.insteadOf.field), field.insteadOf.is)) return false
  if (field.requiredWhen && holds(values.get(field.requiredWhen.field), field.requiredWhen.is)) return true
  return field.requiredFrom !== null && reaches(depth, field.requiredFrom)
}

function hasValue(value: ReportValue | undefined): value is ReportValue {
  if (value === undefined) return false
  return typeof value === 'string' ? countedLength(value) > 0 : value.length > 0
}

function holds(value: ReportValue | undefined, wanted: string): boolean {
  return typeof value === 'string' ? value === wanted : (value?.includes(wanted) ?? false)
}
