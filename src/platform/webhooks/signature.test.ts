import { expect, test } from 'vitest'
import { isSigned, signatureHeaders } from './signature.ts'

const secret = 'c2VjcmV0IG9mIHRoZSB0ZXN0'
const headers = signatureHeaders(secret, 'id-1', 1_795_000_000, '{"type":"x"}')

test('a body is believed when it is signed with the secret and fresh', () => {
  expect(isSigned(secret, headers, '{"type":"x"}', 1_795_000_100)).toBe(true)
})

test('a changed body, id or time, another secret and an old message are not believed', () => {
  expect(isSigned(secret, headers, '{"type":"y"}', 1_795_000_100)).toBe(false)
  expect(isSigned(secret, { ...headers, 'webhook-id': 'id-2' }, '{"type":"x"}', 1_795_000_100)).toBe(false)
  expect(isSigned(secret, { ...headers, 'webhook-timestamp': '1795000001' }, '{"type":"x"}', 1_795_000_100)).toBe(false)
  expect(isSigned('b3RoZXI', headers, '{"type":"x"}', 1_795_000_100)).toBe(false)
  expect(isSigned(secret, headers, '{"type":"x"}', 1_795_000_301)).toBe(false)
  expect(isSigned(secret, { ...headers, 'webhook-timestamp': 'soon' }, '{"type":"x"}', 1_795_000_100)).toBe(false)
})

test('the signature is that of the published example of the specification', () => {
  const published = signatureHeaders(
    Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64').toString('base64url'),
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1_614_265_330,
    '{"test": 2432232314}',
  )
  expect(published['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})
