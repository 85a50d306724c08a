import type { ComponentChild } from 'preact'
import type { Spec } from 'vega'
import { svgNodes } from './svg-nodes.ts'

/** What was found at a time: `at` counts days. A value of null is not known and breaks the line. */
export type Step = { readonly at: number; readonly label: string; readonly value: number | null }

const blue = '#1d70b8'
const text = { labelFont: 'arial, sans-serif', labelFontSize: 14, labelColor: '#0b0c0c' }

/** A value that holds until the next finding, as a stepped line from zero, drawn as `drawBars` draws. Null when fewer than
 *  two values are known: there is no change to see. */
export async function drawSteps(steps: readonly Step[]): Promise<ComponentChild> {
  const known = steps.filter(step => step.value !== null)
  if (known.length < 2) return null
  const vega = await import('vega')
  const spec: Spec = {
    width: 320,
    height: 120,
    padding: 6,
    autosize: 'pad',
    signals: [{ name: 'words', value: Object.fromEntries(steps.map(({ at, label }) => [at, label])) }],
    data: [
      { name: 'steps', values: steps.map(({ at, value }) => ({ at, value })) },
      { name: 'known', values: known.map(({ at, value }) => ({ at, value })) },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: { data: 'steps', field: 'at' }, range: 'width', zero: false },
      { name: 'y', type: 'linear', domain: { data: 'known', field: 'value' }, range: 'height', nice: true, zero: true },
    ],
    axes: [
      {
        ...{ orient: 'bottom', scale: 'x', values: steps.map(({ at }) => at), labelOverlap: true, labelFlush: true },
        encode: { labels: { update: { text: { signal: 'words[datum.value]' } } } },
        ...text,
      },
      { orient: 'left', scale: 'y', grid: true, gridColor: '#dee0e2', tickCount: 4, domain: false, ...text },
    ],
    marks: [
      {
        type: 'line',
        from: { data: 'steps' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'at' },
            y: { scale: 'y', field: 'value' },
            defined: { signal: 'isValid(datum.value)' },
            interpolate: { value: 'step-after' },
            stroke: { value: blue },
            strokeWidth: { value: 3 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'known' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'at' },
            y: { scale: 'y', field: 'value' },
            fill: { value: blue },
            size: { value: 60 },
          },
        },
      },
    ],
  }
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logLevel: vega.Error })
  try {
    return svgNodes(await view.toSVG())
  } finally {
    view.finalize()
  }
}
