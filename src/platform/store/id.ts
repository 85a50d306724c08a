import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length
let lastMillis = 0
let sequence = 0

/** UUID version 7 (RFC 9562): ordered by the millisecond it was made, then by a counter inside it. */
export function newId(): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const millis = Math.max(Date.now(), lastMillis)
  sequence = millis === lastMillis ? sequence + 1 : pool.readUInt16BE(used) & 0x07ff
  if (sequence > 0x0fff) {
    lastMillis = millis + 1
    sequence = 0
  } else {
    lastMillis = millis
  }
  const time = lastMillis.toString(16).padStart(12, '0')
  const random = pool.toString('hex', used + 2, used + 10)
  used += 10
  const variant = ((Number.parseInt(random[0]!, 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4, 16)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isId(text: string): boolean {
  return uuid.test(text)
}
