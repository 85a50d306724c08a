import { createHmac, timingSafeEqual } from 'node:crypto'

/** Words to show once on the next page travel in a signed cookie, so that no one else can put words in our mouth. */
export function sealSaid(secret: string, text: string): string {
  const body = Buffer.from(text, 'utf8').toString('base64url')
  return `${body}.${sign(secret, body)}`
}

export function openSaid(secret: string, value: string | undefined): string | null {
  if (!value) return null
  const [body = '', signature = ''] = value.split('.')
  const expected = Buffer.from(sign(secret, body))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return Buffer.from(body, 'base64url').toString('utf8')
}

function sign(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`said ${body}`).digest('base64url')
}
