import { expect, test } from 'vitest'
import { documentHash, documentText, isAsSigned } from './signed-document.ts'

test('one content has one text, whatever the order in which it was put together', () => {
  const one = documentText({ b: [{ y: 1, x: null }], a: 'é' })
  expect(one).toBe('{"a":"é","b":[{"x":null,"y":1}]}')
  expect(documentText({ a: 'é', b: [{ x: null, y: 1 }], c: undefined })).toBe(one)
  expect(documentText({ list: ['b', 'a'] })).not.toBe(documentText({ list: ['a', 'b'] }))
})

test('the hash is SHA-256 and shows any change of a single letter', () => {
  expect(documentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  const text = documentText({ level: 'HIGH' })
  expect(isAsSigned(text, documentHash(text))).toBe(true)
  expect(isAsSigned(text.replace('HIGH', 'HIGh'), documentHash(text))).toBe(false)
})
