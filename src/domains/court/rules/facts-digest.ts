import { createHash } from 'node:crypto'

/** A digest of facts by value: what is absent, null or an empty list counts the same, lists of objects have no order
 *  (court specification, section 7: compare by value, ignoring order). */
export function factsDigest(facts: unknown): string {
  return createHash('sha256').update(canonical(facts)).digest('base64url')
}

function canonical(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) {
    const items = value.map(canonical)
    if (items.length === 0) return ''
    const ofObjects = value.some(item => typeof item === 'object' && item !== null)
    return `[${(ofObjects ? items.sort() : items).join(',')}]`
  }
  if (typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value)
    .map(([key, held]) => [key, canonical(held)] as const)
    .filter(([, text]) => text !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
  return fields.length === 0 ? '' : `{${fields.join(',')}}`
}
