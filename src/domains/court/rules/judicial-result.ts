import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtResult, Duration, NextHearing, ResultPrompt } from '../model.ts'
import { courtByName } from './court-directory.ts'
import { type ResultCode, resultCodesDescribedBy } from './result-codes.ts'
import { durationsInText } from './text-durations.ts'

export type CodedResult =
  | { readonly kind: 'coded'; readonly result: CourtResult }
  | {
      readonly kind: 'label-not-known' | 'label-not-clear'
      readonly result: CourtResult
      readonly codes: readonly number[]
    }

/** Gives a result of Common Platform the code whose description its label is, and length, dates, amount and next
 *  hearing from its prompts. A label that is no description, or that of several codes with different meanings, is
 *  left uncoded for a person: it is never guessed. A result that has a code is answered unchanged. */
export function codedResult(result: CourtResult): CodedResult {
  if (result.code !== undefined) return { kind: 'coded', result }
  const read = { ...result, ...fromPrompts(result.prompts ?? []) }
  const candidates = result.label === undefined ? [] : resultCodesDescribedBy(result.label)
  const chosen = oneMeaning(candidates)
  if (chosen) return { kind: 'coded', result: { ...read, code: chosen.code } }
  const kind = candidates.length === 0 ? 'label-not-known' : 'label-not-clear'
  return { kind, result: read, codes: candidates.map(({ code }) => code) }
}

/** Several codes with the same words count as one only when they mean the same to probation. */
function oneMeaning(candidates: readonly ResultCode[]): ResultCode | undefined {
  const [first, ...rest] = candidates
  if (!first || rest.length === 0) return first
  return first.effect !== '' && rest.every(({ effect }) => effect === first.effect) ? first : undefined
}

type FromPrompts = Pick<
  CourtResult,
  'duration' | 'secondaryDuration' | 'startDate' | 'endDate' | 'amount' | 'nextHearing'
>

function fromPrompts(prompts: readonly ResultPrompt[]): FromPrompts {
  const suspended = prompts.find(prompt => /suspen|operational/i.test(prompt.label) && lengthOf(prompt))
  const length = prompts.find(prompt => prompt !== suspended && isLength(prompt) && lengthOf(prompt))
  const ending = prompts.find(prompt => prompt.isDurationEndDate || /^end date\b/i.test(prompt.label))
  const starting = prompts.find(prompt => /^start date\b/i.test(prompt.label))
  const money = prompts.find(prompt => prompt.type === 'CURR')
  return {
    duration: length && lengthOf(length),
    secondaryDuration: suspended && lengthOf(suspended),
    startDate: dayOf(starting),
    endDate: dayOf(ending),
    amount: money && amountOf(money.value),
    nextHearing: nextHearingOf(prompts),
  }
}

function isLength(prompt: ResultPrompt): boolean {
  return prompt.type === 'DURATION' || /\b(period|length|term|number of hours|number of days)\b/i.test(prompt.label)
}

/** "12 Months", or a bare number under a label that names its unit ("Number of hours"). */
function lengthOf(prompt: ResultPrompt): Duration | undefined {
  const written = durationsInText(prompt.value)[0]
  if (written) return written
  const unit = /\bnumber of (hours|days)\b/i.exec(prompt.label)?.[1]
  if (unit === undefined || !/^\d{1,4}$/.test(prompt.value)) return undefined
  return { value: Number(prompt.value), unit: unit.toLowerCase() === 'hours' ? 'H' : 'D' }
}

function nextHearingOf(prompts: readonly ResultPrompt[]): NextHearing | undefined {
  const courtName = textAt(prompts, /^courthouse (organisation )?name\b/i)
  const date = dayOf(prompts.find(prompt => /^date of (next )?hearing\b/i.test(prompt.label)))
  const time = textAt(prompts, /^time of (next )?hearing\b/i)
  if (courtName === undefined && date === undefined) return undefined
  const court = courtName === undefined ? undefined : courtByName(courtName)
  return {
    courtCode: court?.code,
    courtName,
    date,
    time: time && /^\d{2}:\d{2}/.test(time) ? time.slice(0, 5) : undefined,
  }
}

function textAt(prompts: readonly ResultPrompt[], label: RegExp): string | undefined {
  return prompts.find(prompt => label.test(prompt.label))?.value || undefined
}

function dayOf(prompt: ResultPrompt | undefined): LocalDate | undefined {
  const british = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(prompt?.value ?? '')
  const day = british ? `${british[3]}-${british[2]}-${british[1]}` : prompt?.value.slice(0, 10)
  return isLocalDate(day) ? day : undefined
}

function amountOf(text: string): number | undefined {
  const amount = Number(text.replace(/[£,\s]/g, ''))
  return text !== '' && Number.isFinite(amount) ? amount : undefined
}
