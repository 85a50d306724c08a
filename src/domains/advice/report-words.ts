import type { Reason } from '../../platform/rules/index.ts'
import { plural } from '../../platform/words/index.ts'
import { reportField } from './parameters/report-fields.ts'
import type { ReportState } from './rules/report-state.ts'

export const reportStateWords: Readonly<Record<ReportState, string>> = {
  open: 'Being written',
  'awaiting-countersign': 'Waiting for a countersignature',
  returned: 'Sent back to the writer',
  signed: 'Signed',
  delivered: 'Delivered',
}

export const deliveryWords: Readonly<Record<string, string>> = {
  'court-store': 'Placed in the court store',
  'digital-case-system': 'Uploaded to the digital case system',
  'spoken-in-court': 'Given in court by word of mouth',
}

const standings: Readonly<Record<string, string>> = {
  'not-asked': 'has not been asked for',
  outstanding: 'has not been answered yet',
  overdue: 'is overdue',
}

/** Why a report cannot be signed yet, is countersigned, or is worth another look, as a sentence. */
export function reportReason({ code, data }: Reason, names: ReadonlyMap<string, string> = new Map()): string {
  const label = typeof data.field === 'string' ? (reportField(data.field)?.label ?? data.field) : ''
  switch (code) {
    case 'field-missing':
      return `${label}: not filled in`
    case 'field-too-long':
      return `${label}: ${plural(Number(data.over), 'character')} too long, kept as a draft`
    case 'field-not-a-choice':
      return `${label}: choose one of those offered`
    case 'text-unsettled':
      return `${label}: two texts were written at once, choose between them`
    case 'assessment-missing':
      return 'No assessment has been signed: at least a basic one comes before the report'
    case 'proposal-missing':
      return 'The proposal has not been worked out'
    case 'enquiry-open':
      return `${names.get(String(data.kind)) ?? String(data.kind)} ${standings[String(data.standing)] ?? 'is open'}`
    case 'dangerousness':
      return 'It assesses dangerousness'
    case 'author-not-qualified':
      return 'Its author is not qualified, or on probation'
    case 'harm-level':
      return `${label}: ${String(data.level).toLowerCase().replace('_', ' ')}`
    case 'victim-not-considered':
      return 'The victim is not spoken of'
    case 'strengths-not-named':
      return 'No strengths are named'
    case 'person-not-heard':
      return 'What the person says is not in the report'
    case 'requirement-without-purpose':
      return `${String(data.requirement)} is tied to no need and no risk`
    case 'facts-unconfirmed':
      return `${plural(Number(data.count), 'fact')} of the record: nobody said whether still true`
    case 'hard-to-read':
      return `It is hard to read: reading ease ${String(data.ease)}, plain from ${String(data.plainFrom)}`
    default:
      return code.replaceAll('-', ' ')
  }
}
