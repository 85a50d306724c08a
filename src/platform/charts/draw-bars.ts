import type { ComponentChild } from 'preact'
import type { Spec } from 'vega'
import { svgNodes } from './svg-nodes.ts'

/** One bar from zero: to the right above it, to the left below. */
export type Bar = { readonly label: string; readonly value: number }

const blue = '#1d70b8'
const grey = '#505a5f'
const black = '#0b0c0c'
const text = { labelFont: 'arial, sans-serif', labelFontSize: 14, labelColor: '#0b0c0c', labelLimit: 210 }

export type BarOptions = {
  /** A line across all bars, such as a target. */
  readonly line?: number
  /** The axis goes at least this far. */
  readonly upTo?: number
}

/** Horizontal bars as SVG, drawn on the server: shapes and words only, no style and no script, so that it passes a strict
 *  content policy. Hidden from assistive technology, because a table with the same numbers always stands beside it. */
export async function drawBars(bars: readonly Bar[], { line, upTo }: BarOptions = {}): Promise<ComponentChild> {
  const vega = await import('vega')
  const spec: Spec = {
    width: 320,
    height: { signal: "26 * length(data('bars'))" },
    padding: 6,
    autosize: 'pad',
    data: [
      { name: 'bars', values: bars.map(({ label, value }) => ({ label, value })) },
      { name: 'lines', values: line === undefined ? [] : [{ value: line }] },
      { name: 'ends', values: [...(upTo === undefined ? [] : [upTo]), line ?? 0].map(value => ({ value })) },
    ],
    scales: [
      { name: 'y', type: 'band', domain: { data: 'bars', field: 'label' }, range: 'height', padding: 0.35 },
      {
        ...{ name: 'x', type: 'linear', range: 'width', nice: true, zero: true },
        domain: {
          fields: [
            { data: 'bars', field: 'value' },
            { data: 'ends', field: 'value' },
          ],
        },
      },
    ],
    axes: [
      { orient: 'bottom', scale: 'x', grid: true, gridColor: '#dee0e2', tickCount: 5, domain: false, ...text },
      { orient: 'left', scale: 'y', ticks: false, domain: false, labelPadding: 8, ...text },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'label' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', field: 'value' },
            x2: { scale: 'x', value: 0 },
            fill: [{ test: 'datum.value < 0', value: grey }, { value: blue }],
          },
        },
      },
      {
        type: 'rule',
        from: { data: 'lines' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'value' },
            y: { value: 0 },
            y2: { signal: 'height' },
            stroke: { value: black },
            strokeWidth: { value: 2 },
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
