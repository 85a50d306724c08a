/** One measured figure. `target` is what the product wants to hold on two cores; none: told for what it is worth. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: { readonly atMost: number } | { readonly atLeast: number }
  readonly note?: string
}

export function holds({ value, target }: Figure): boolean | null {
  if (!target) return null
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast
}

/** The figures as a table for the terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(figure => [
    figure.name,
    shown(figure.value, figure.unit),
    targetText(figure),
    { true: 'holds', false: 'DOES NOT HOLD', null: '' }[String(holds(figure)) as 'true'],
    figure.note ?? '',
  ])
  const all = [['figure', 'measured', 'target', '', ''], ...rows]
  const widths = [0, 1, 2, 3].map(column => Math.max(...all.map(row => row[column]!.length)))
  return all
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function targetText({ target, unit }: Figure): string {
  if (!target) return ''
  return 'atMost' in target ? `at most ${shown(target.atMost, unit)}` : `at least ${shown(target.atLeast, unit)}`
}

function shown(value: number, unit: string): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1
  return `${value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`
}
