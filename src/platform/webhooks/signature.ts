import { createHmac } from 'node:crypto'
import { sameText } from '../access/index.ts'

export type SignedHeaders = {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/** The headers of the Standard Webhooks specification: HMAC-SHA256 over id, time (seconds since 1970) and body. */
export function signatureHeaders(secret: string, id: string, seconds: number, body: string): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signatureOf(secret, id, String(seconds), body)}`,
  }
}

export const longestDriftSeconds = 300

/** What a receiver does: true when the body is ours, unchanged, and not older or newer than five minutes. */
export function isSigned(secret: string, headers: SignedHeaders, body: string, nowSeconds: number): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': given } = headers
  if (!(Math.abs(nowSeconds - Number(time)) <= longestDriftSeconds)) return false
  return given.split(' ').some(one => sameText(one, `v1,${signatureOf(secret, id, time, body)}`))
}

function signatureOf(secret: string, id: string, time: string, body: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update(`${id}.${time}.${body}`).digest('base64')
}
