import type { ProposalReview } from './queries/proposals.ts'
import { wordsFor } from './words.ts'

const units: Readonly<Record<string, string>> = {
  D: 'days',
  W: 'weeks',
  M: 'months',
  Y: 'years',
  H: 'hours',
  S: 'sessions',
  L: 'life',
}

/** Why a person must look before this goes on the record, with both readings where the court says two things. */
export function reviewWords({ code, data, offenceSequence }: ProposalReview): string {
  const about = offenceSequence === undefined ? '' : ` (offence ${offenceSequence})`
  return `${sentence(code, data)}${about}`
}

function sentence(code: string, data: ProposalReview['data']): string {
  const value = (name: string) => said(data[name])
  switch (code) {
    case 'label-not-known':
      return `The result “${value('label')}” is not in the court’s code table`
    case 'label-not-clear':
      return `The result “${value('label')}” may be one of several codes`
    case 'code-not-known':
      return 'The result code is not in the table'
    case 'free-text-result':
      return `A result in free text only: “${value('text')}”`
    case 'length-text-differs':
      return `The code says ${lengthWords(data.coded)}, the text ${lengthWords(data.text)}. The code is taken`
    case 'end-date-text-differs':
      return `The code ends on ${value('coded')}, the text on ${value('text')}. The code is taken`
    case 'unit-not-fitting':
      return `A length of ${lengthWords(data.given)} does not fit ${wordsFor({}, value('type')).toLowerCase()}`
    case 'requirement-only-in-text':
      return `Only the text names a requirement: ${wordsFor({}, value('type')).toLowerCase()}${data.length ? `, ${lengthWords(data.length)}` : ''}. It is not proposed: add it if the court made it`
    case 'requirement-without-order':
      return 'The requirement has no order in the message: choose the order it belongs to'
    case 'order-without-conviction':
      return 'An order was made, but the message has no conviction'
    case 'order-end-dates-differ':
      return `The court gave different end dates: ${value('given')}. The latest is taken`
    case 'operational-periods-differ':
      return `The court gave different operational periods: ${lengthWords(data.given)}. The longest is taken`
    case 'offence-sequence-missing':
    case 'HO100239':
      return 'The offence has no sequence number'
    case 'HO100322':
      return `The adjournment names no next court${data.courtInText ? `; the text says ${value('courtInText')}` : ''}`
    case 'HO100323':
      return 'The adjournment names no next date'
    case 'already-on-record':
      return 'A sentence of this kind and day is on the record already, entered by hand: accepting changes that one'
    case 'order-to-choose':
      return 'It is not clear which order on the record this is about: choose one'
    case 'no-order-on-record':
      return 'No order on the record is running that this could be about'
    case 'taken-back-by-the-court':
      return 'The court took this result back: accepting ends the order on the record'
    default:
      return wordsFor({}, code)
  }
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join(', ')
  return value === null || value === undefined ? 'not given' : String(value)
}

/** '12 W' as '12 weeks'; several joined by 'and'. */
function lengthWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(lengthWords).join(' and ')
  const match = /^(\d+(?:\.\d+)?) (\S+)$/.exec(said(value))
  return match ? `${match[1]} ${units[match[2]!] ?? match[2]}` : said(value)
}
