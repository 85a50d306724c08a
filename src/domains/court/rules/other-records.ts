/** What a file turned out to be that is no court message. */
export type OtherRecord =
  | 'person-record-answer'
  | 'hearing-of-the-case-service'
  | 'screen-answer'
  | 'probation-search-record'
  | 'match-answer'
  | 'probation-record-part'
  | 'not-a-court-message'

export const otherRecordWords: Readonly<Record<OtherRecord, string>> = {
  'person-record-answer': 'an answer of the person record, not a court message',
  'hearing-of-the-case-service': 'a hearing in the shape another service keeps it in, not as the court sent it',
  'screen-answer': 'an answer behind a screen of another service',
  'probation-search-record': 'a record of the probation search',
  'match-answer': 'an answer of an older matching service',
  'probation-record-part': 'part of a probation record',
  'not-a-court-message': 'JSON that is no court message',
}

const shapes: readonly (readonly [OtherRecord, readonly string[]])[] = [
  ['screen-answer', ['request', 'response']],
  ['match-answer', ['matches', 'matchedBy']],
  ['person-record-answer', ['cprUUID', 'identifiers']],
  ['hearing-of-the-case-service', ['hearingId', 'hearingDays', 'defendants']],
  ['probation-search-record', ['offenderId', 'otherIds']],
  ['probation-record-part', ['nsis']],
  ['probation-record-part', ['convictionId']],
  ['probation-record-part', ['courtReportId']],
]
const messageKeys = ['hearing', 'Message', 'caseNo', 'courtCode', 'defendantName']

/** Which record of another service the text is, by its keys; undefined for a court message and for anything that has to
 *  be read before one can say (XML, broken JSON). */
export function otherRecord(text: string): OtherRecord | undefined {
  if (!/^\ufeff?\s*[[{]/.test(text)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null) return 'not-a-court-message'
  const shape = shapes.find(([, keys]) => keys.every(key => Object.hasOwn(first, key)))
  if (shape) return shape[0]
  return messageKeys.some(key => Object.hasOwn(first, key)) ? undefined : 'not-a-court-message'
}
