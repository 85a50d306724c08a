import { longDate, plural, savedAt } from '../../../platform/words/index.ts'
import type { MessageFate } from '../queries/message-log.ts'
import { channelWords, fateReasonWords, fateWords, wordsFor } from '../words.ts'

export type FateRow = {
  readonly href: string
  readonly when: string
  readonly what: string
  readonly part: string | null
  readonly fate: string
  readonly bad: boolean
  readonly why: readonly string[]
  readonly court: string | null
  readonly attempt: string
}

/** One fate in words: what came, what was done with it and why, and what the sender can mend. */
export function fateRow(fate: MessageFate, courtNames: ReadonlyMap<string, string>): FateRow {
  const court = fate.courtCode ? (courtNames.get(fate.courtCode) ?? fate.courtCode) : null
  return {
    href: `/court/messages/${fate.messageId}`,
    when: savedAt(fate.at as `${string}T${string}Z`),
    what: [wordsFor(channelWords, fate.channel), fate.fileName].filter(Boolean).join(', '),
    part: fate.part,
    fate: wordsFor(fateWords, fate.fate),
    bad: fate.fate === 'refused' || fate.fate === 'failed',
    why: [
      fate.reason ? wordsFor(fateReasonWords, fate.reason) : null,
      fate.field ? `${fate.field} ${fate.problem ?? ''}`.trim() : fate.problem,
      fate.fix,
    ].flatMap(text => text || []),
    court: [court, fate.hearingDate ? longDate(fate.hearingDate) : null].filter(Boolean).join(', ') || null,
    attempt: `Attempt ${fate.attempt}`,
  }
}

const shownCharacters = 200_000

/** The body as text for a pane; what is left out of a very long one is said. */
export function bodyText(body: Uint8Array | null): { readonly text: string; readonly left: string | null } | null {
  if (body === null) return null
  const text = new TextDecoder('utf-8').decode(body)
  const left = text.length - shownCharacters
  return {
    text: text.slice(0, shownCharacters),
    left: left > 0 ? `${plural(left, 'more character')} not shown.` : null,
  }
}
