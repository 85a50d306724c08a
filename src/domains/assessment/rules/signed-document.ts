import { createHash } from 'node:crypto'

/** The text of a signed document: JSON with the keys of every object in order, so that one content has one text. */
export function documentText(content: unknown): string {
  return JSON.stringify(inOrder(content))
}

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export function documentHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Whether the text is the one that was signed. */
export function isAsSigned(text: string, hash: string): boolean {
  return documentHash(text) === hash
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, inOrder(held)]))
}
