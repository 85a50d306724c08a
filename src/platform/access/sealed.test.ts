import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seal, unseal } from './sealed.ts'

const now = '2026-11-21T09:00:00.000Z'
const until = '2026-11-21T09:10:00.000Z'

describe('a sealed text', () => {
  test('opens to what was sealed, until its time', () => {
    const sealed = seal('secret', 'sign-in', { state: 'abc' }, until)
    expect(unseal('secret', 'sign-in', sealed, now)).toEqual({ state: 'abc' })
    expect(unseal('secret', 'sign-in', sealed, until)).toBeNull()
  })

  test('does not open with another secret or for another use', () => {
    const sealed = seal('secret', 'sign-in', { state: 'abc' }, until)
    expect(unseal('other', 'sign-in', sealed, now)).toBeNull()
    expect(unseal('secret', 'sign-out', sealed, now)).toBeNull()
  })

  test('does not open when any byte was changed, and never throws', () => {
    const sealed = Buffer.from(seal('secret', 'sign-in', { state: 'abc' }, until), 'base64url')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(sealed)
        changed[at] = changed[at]! ^ by
        return unseal('secret', 'sign-in', changed.toString('base64url'), now) === null
      }),
    )
    fc.assert(fc.property(fc.string(), text => unseal('secret', 'sign-in', text, now) === null))
  })
})
