import { createHash } from 'node:crypto'
import { type Instant, instant } from '../../../platform/calendar/index.ts'
import type { ReportValue, StoredText } from '../report-model.ts'
import { countedLength } from './counted-length.ts'

/** What a form knew of a field when it was drawn: its version and a mark of what it showed. Version 0 is a field nobody
 *  has written in. */
export type SeenText = { readonly version: number; readonly mark: string }

/** 'same': not touched in this form. 'write': the field changes. 'conflict': touched here and elsewhere. */
export type SaveVerdict = 'same' | 'write' | 'conflict'

/** Whether what a form sends may take the place of what stands. A field the form's user did not touch is never written,
 *  so that an old tab cannot undo a colleague's words. */
export function saveVerdict(sent: ReportValue, seen: SeenText, stands: StoredText | undefined): SaveVerdict {
  if (markOf(sent) === seen.mark) return 'same'
  if (stands && markOf(stands.value) === markOf(sent)) return 'same'
  return (stands?.version ?? 0) === seen.version ? 'write' : 'conflict'
}

/** A short mark that differs when the value does. */
export function markOf(value: ReportValue | undefined): string {
  const given = value === undefined ? '' : typeof value === 'string' ? value : value.length === 0 ? '' : [...value]
  return createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 16)
}

const pauseMinutes = 5
const muchShorter = 0.9

/** Whether what stood before is kept in the history. A form saves itself every second: of one writer's steady typing
 *  only the pauses are kept, and always what somebody else wrote and what a cut took away. */
export function keepsBefore(
  stood: Pick<StoredText, 'value' | 'changedAt' | 'changedBy'>,
  sent: ReportValue,
  by: string,
  now: Instant,
): boolean {
  if (stood.changedBy !== by || typeof stood.value !== 'string' || typeof sent !== 'string') return true
  if (instant(Date.parse(stood.changedAt) + pauseMinutes * 60_000) <= now) return true
  return countedLength(sent) < countedLength(stood.value) * muchShorter
}
