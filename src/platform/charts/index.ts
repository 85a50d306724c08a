export { BarChart } from './bar-chart.tsx'
export type { Bar } from './draw-bars.ts'
export { drawBars } from './draw-bars.ts'
