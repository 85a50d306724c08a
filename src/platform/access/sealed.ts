import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Text that only this deployment can read or write, for short-lived cookies. `use` keeps one use's texts from
 *  being taken for another's; `until` (ISO, UTC) is inside and checked on opening. */
export function seal(secret: string, use: string, value: object, until: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, use), iv)
  const body = Buffer.concat([cipher.update(JSON.stringify({ until, value }), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** What was sealed; null when it is not ours, was changed, was sealed for another use, or is too old. */
export function unseal(secret: string, use: string, text: string, now: string): unknown {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, use), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    const { until, value } = JSON.parse(body) as { until: string; value: unknown }
    return until > now ? value : null
  } catch {
    return null
  }
}

function keyOf(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `throughline ${use}`, 32))
}
