import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedLength, plainText } from './counted-length.ts'

test.each([
  ['plain', 'He said so.', 11],
  ['nothing', '', 0],
  ['spaces at both ends', '  a b \n', 3],
  ['line breaks', 'a\r\nb\nc\u2028d', 4],
  ['tags of a pasted mail', '<p class="x">One</p><br/><b>two</b>', 6],
  ['a comment of a word processor', '<!--[if gte mso 9]>stuff<![endif]-->yes', 3],
  ['entities', 'Marks &amp; Spencer&#39;s &pound;5 &#x41;', 22],
  ['less than is not a tag', 'a < b and c > d', 15],
  ['a heart is not a tag', '<3', 2],
  ['an escaped tag is text', '&lt;b&gt;', 3],
  ['an unknown entity is text', '&unknownthing;', 14],
  ['invisible characters', 'a\u200bb\u00adc\ufeff', 3],
  ['a tab does not count', 'a\tb', 2],
  ['Welsh', 'ŵŷ', 2],
  ['one emoji', '😀', 1],
])('%s', (_, text, length) => {
  expect(countedLength(text)).toBe(length)
})

test('an impossible character number is left as typed', () => {
  expect(plainText('&#0; &#xFFFFFF; &#xD800;')).toBe('&#0; &#xFFFFFF; &#xD800;')
})

test('a text is never counted longer than it is, and line breaks never count', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(countedLength(text)).toBeLessThanOrEqual([...text].length)
      expect(countedLength(`${text}\n`)).toBe(countedLength(text))
    }),
  )
})
