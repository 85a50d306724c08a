import type { ComponentChild, ComponentChildren } from 'preact'

/** A drawn chart with its table: the table says everything the chart shows, so the chart may be passed over. */
export function BarChart(props: { readonly drawn: ComponentChild; readonly children: ComponentChildren }) {
  return (
    <div class="app-chart">
      <div class="app-chart__table">{props.children}</div>
      {props.drawn && <div class="app-chart__picture">{props.drawn}</div>}
    </div>
  )
}
