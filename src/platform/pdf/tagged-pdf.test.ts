import { expect, test } from 'vitest'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { instant } from '../calendar/index.ts'
import { type PdfToPrint, taggedPdf } from './tagged-pdf.ts'

const given: PdfToPrint = {
  title: 'Adroddiad Siân ŵ',
  author: 'A. Writer',
  language: 'en-GB',
  at: instant(Date.UTC(2026, 10, 20, 9)),
  mark: 'DRAFT',
  foot: 'Pre-sentence report',
  blocks: [
    { kind: 'heading', level: 1, text: 'Report' },
    { kind: 'heading', level: 2, text: 'The person' },
    { kind: 'pairs', pairs: [{ label: 'Name', text: 'Siân Dŵr-Ŷd' }] },
    { kind: 'paragraph', text: 'A < b & “quoted” — text with\nits own lines.' },
    { kind: 'list', items: ['first', 'second'] },
    { kind: 'notice', text: 'The proposal does not bind the court.' },
  ],
}

test('the document is tagged, says its language and title, and has bookmarks', async () => {
  const { objects, tags } = readPdf(await taggedPdf(given))
  expect(objects).toContain('/StructTreeRoot')
  expect(objects).toMatch(/\/MarkInfo|\/Marked true/)
  expect(objects).toContain('/Marked true')
  expect(objects).toContain('/Lang (en-GB)')
  expect(objects).toContain('/DisplayDocTitle true')
  expect(objects).toContain('/Outlines')
  for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody']) expect(tags).toContain(tag)
})

test('its words come out in reading order, the letters of Welsh among them', async () => {
  const { text } = readPdf(await taggedPdf(given))
  const words = text.replace(/\s+/g, ' ')
  expect(words).toContain('Siân Dŵr-Ŷd')
  expect(words).toContain('A < b & “quoted” — text with its own lines.')
  expect(words.indexOf('The person')).toBeLessThan(words.indexOf('The proposal does not bind'))
})

test('a draft says so on every page, and a signed document does not', async () => {
  const long = { ...given, blocks: Array(60).fill({ kind: 'paragraph', text: 'Words and words. '.repeat(40) }) }
  const draft = readPdf(await taggedPdf(long))
  const pages = draft.text.match(/Page \d+ of \d+/g) ?? []
  expect(pages.length).toBeGreaterThan(3)
  expect(draft.text.match(/DRAFT/g)).toHaveLength(pages.length)
  expect(readPdf(await taggedPdf({ ...long, mark: null })).text).not.toContain('DRAFT')
})
