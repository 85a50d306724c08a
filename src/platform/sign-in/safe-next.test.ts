import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test('an address on this site is where the user goes after signing in', () => {
  expect(safeNext('/court/B14LO/2026-11-21?tab=all')).toBe('/court/B14LO/2026-11-21?tab=all')
})

test('another site, the sign-in pages themselves and nonsense lead to the first page', () => {
  for (const asked of [
    '',
    '/',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/ok\nSet-Cookie: a=b',
    '/path\\..\\x',
    '/sign-in?next=/x',
    '/sign-out',
    '/signed-out/provider',
  ]) {
    expect(safeNext(asked), asked).toBe('/')
  }
})
