import type { ComponentChildren } from 'preact'

/** A drawn chart with its table: the table says everything the chart shows, so the chart may be passed over. */
export function BarChart({ svg, children }: { readonly svg: string | null; readonly children: ComponentChildren }) {
  return (
    <div class="app-chart">
      <div class="app-chart__table">{children}</div>
      {svg !== null && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by drawBars, which escapes every label
        <div class="app-chart__picture" dangerouslySetInnerHTML={{ __html: svg }} />
      )}
    </div>
  )
}
