import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { pilotsPage } from './pilots.page.tsx'

const pilot = { id: 'a', courtCode: 'B10JQ', court: 'North Tyneside', fromDay: '2026-03-02', note: null, version: 1 }
const drawn = (pilots: readonly object[]) => renderToString(<>{pilotsPage.body({ pilots, courts: [] }, {} as never)}</>)

test('a pilot that goes on can be ended; one that ended cannot be ended again', () => {
  expect(drawn([{ ...pilot, toDay: null }])).toContain('End a pilot')
  const ended = drawn([{ ...pilot, toDay: '2026-04-01' }])
  expect(ended).toContain('1 April 2026')
  expect(ended).not.toContain('End a pilot')
})

test('without a pilot the page says so', () => {
  expect(drawn([])).toContain('No court is a pilot')
})
