import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtResult, NextHearing } from '../model.ts'
import { courtByName } from './court-directory.ts'

export type FoundNextHearing = NextHearing & { readonly from: 'code' | 'text' }

const crownCourtInText = [
  /committed to (?<court>[^.]{1,120}? (?:crown|criminal) court)/i,
  /to appear (?:at|before) (?<court>[^.]{1,120}? (?:crown|criminal) court)/i,
  /to be brought before (?<court>[^.]{1,120}? (?:crown|criminal) court)/i,
]
const dayInText = /\bon (\d{2})\/(\d{2})\/(\d{4})/

/** Where and when the case goes on: as coded, else as the text says ("Committed to X Crown Court ... on 01/02/2026",
 *  "to appear at ...", "to be brought before ..."). A court named in the text but not known keeps its name. */
export function nextHearing(result: CourtResult): FoundNextHearing | undefined {
  const coded = result.nextHearing
  if (coded?.courtCode !== undefined && coded.date !== undefined) return { ...coded, from: 'code' }
  const text = nextHearingInText(result.text ?? '')
  if (!coded && !text) return undefined
  if (!text) return { ...coded, from: 'code' }
  return { ...text, ...present(coded), from: 'text' }
}

function nextHearingInText(text: string): NextHearing | undefined {
  for (const pattern of crownCourtInText) {
    const match = pattern.exec(text)
    const name = match?.groups?.court?.trim()
    if (match && name) {
      const court = courtByName(name, 'CROWN')
      return { courtCode: court?.code, courtName: court?.name ?? name, date: dayAfter(text, match.index) }
    }
  }
  return undefined
}

function dayAfter(text: string, from: number): LocalDate | undefined {
  const match = dayInText.exec(text.slice(from))
  const day = match && `${match[3]}-${match[2]}-${match[1]}`
  return isLocalDate(day) ? day : undefined
}

function present(next: NextHearing | undefined): NextHearing {
  return Object.fromEntries(Object.entries(next ?? {}).filter(([, value]) => value !== undefined))
}
