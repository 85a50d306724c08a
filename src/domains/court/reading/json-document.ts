import type { ReadingNote } from '../model.ts'
import { checkSize, limits, Refusal } from './refusal.ts'

/** Parses JSON text. A key given twice keeps its last value with a note; closing brackets after the end are dropped
 *  with a note (a sample envelope carries one). Refuses anything else that is not one JSON value, and deep nesting. */
export function readJson(text: string, field: string): { readonly value: unknown; readonly notes: ReadingNote[] } {
  checkSize(text)
  const scan = scanned(text, field)
  const notes: ReadingNote[] = [...scan.repeated].slice(0, 20).map(key => ({
    field: `${field}.${key}`,
    code: 'key-given-twice',
    detail: `The key ${key} is given twice in one object; the last value was used`,
  }))
  const rest = text.slice(scan.end)
  if (/\S/.test(rest)) {
    if (!/^[\s\]}]+$/.test(rest)) throw notJson(text, scan.end, field)
    notes.push({ field, code: 'text-after-end', detail: 'Closing brackets after the end of the message were dropped' })
  }
  try {
    return { value: JSON.parse(text.slice(0, scan.end)), notes }
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw notJson(text, at === undefined ? 0 : Number(at), field)
  }
}

type Scan = { readonly end: number; readonly repeated: ReadonlySet<string> }

/** One pass over the text: where the first value ends, which keys repeat, and how deep it goes. */
function scanned(text: string, field: string): Scan {
  const repeated = new Set<string>()
  const open: (Set<string> | undefined)[] = []
  let lastText = ''
  for (let at = 0; at < text.length; at++) {
    const mark = text.charCodeAt(at)
    if (mark === 0x22) {
      const end = endOfString(text, at)
      if (end < 0) throw notJson(text, at, field)
      lastText = text.slice(at + 1, end)
      at = end
      if (open.length === 0) return { end: at + 1, repeated }
    } else if (mark === 0x3a) {
      const keys = open.at(-1)
      if (keys?.has(lastText)) repeated.add(lastText)
      keys?.add(lastText)
    } else if (mark === 0x7b || mark === 0x5b) {
      open.push(mark === 0x7b ? new Set() : undefined)
      if (open.length > limits.depth) {
        throw new Refusal(field, `is nested more than ${limits.depth} deep`, 'Send the message in its usual shape')
      }
    } else if (mark === 0x7d || mark === 0x5d) {
      open.pop()
      if (open.length === 0) return { end: at + 1, repeated }
    }
  }
  if (open.length > 0) throw notJson(text, text.length, field)
  return { end: text.length, repeated }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const mark = text.charCodeAt(at)
    if (mark === 0x5c) at++
    else if (mark === 0x22) return at
  }
  return -1
}

function notJson(text: string, at: number, field: string): Refusal {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  return new Refusal(field, `is not valid JSON at line ${line}, column ${column}`, 'Correct the JSON and send it again')
}
