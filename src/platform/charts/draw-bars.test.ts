import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { drawBars } from './draw-bars.ts'

const drawn = async () => renderToString(h(Fragment, null, await drawBars(bars)))
const bars = [
  { label: 'age <script>alert(1)</script>', value: 1.2 },
  { label: 'sanctions & "rate"', value: -0.6 },
]

test('bars are drawn without style or script, labels escaped', async () => {
  const svg = await drawn()
  expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/)
  expect(svg).not.toMatch(/<script|style=|onload|href="(?!#)/)
  expect(svg).toContain('&lt;script')
  expect(svg.match(/#1d70b8/g)).toHaveLength(1)
  expect(svg.match(/#505a5f/g)).toHaveLength(1)
})

test('the same bars are drawn the same', async () => {
  expect(await drawn()).toBe(await drawn())
})

test('a target is one line across the bars, and the axis reaches it', async () => {
  const svg = renderToString(h(Fragment, null, await drawBars([{ label: 'a', value: 10 }], { line: 75, upTo: 100 })))
  expect(svg.match(/stroke="#0b0c0c" stroke-width="2"/g)).toHaveLength(1)
  expect(svg).toContain('>100</text>')
  expect(await drawn()).not.toContain('stroke="#0b0c0c"')
})
