import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { drawSteps } from './draw-steps.ts'

const drawn = async (values: readonly (number | null)[]) =>
  renderToString(
    h(Fragment, null, await drawSteps(values.map((value, index) => ({ at: index * 90, label: `d<${index}>`, value })))),
  )

test('steps are drawn without style or script, a point for each value known, labels escaped', async () => {
  const svg = await drawn([9, null, 3, 1])
  expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/)
  expect(svg).not.toMatch(/<script|style=|onload|href="(?!#)/)
  expect(svg).toContain('d&lt;0>')
  expect(svg.match(/fill="#1d70b8"/g)).toHaveLength(3)
})

test('one finding shows no change, so nothing is drawn', async () => {
  expect(await drawn([4, null])).toBe('')
})
