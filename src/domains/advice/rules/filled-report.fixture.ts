import { fieldsAt } from '../parameters/report-fields.ts'
import type { ReportDepth, ReportValues } from '../report-model.ts'

/** Every field answered in some fitting way. */
export function filled(depth: ReportDepth, change: Readonly<Record<string, string | readonly string[]>> = {}) {
  const values = fieldsAt(depth).map(field => {
    const first = field.choices[0]?.value ?? 'Words.'
    return [field.id, field.kind === 'choices' ? [first] : first] as const
  })
  return new Map([...values, ...Object.entries(change)]) as ReportValues
}
