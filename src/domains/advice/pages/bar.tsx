/** A bar beside its number: the number says it, the bar only shows it. `mark` draws a line, such as a target. */
export function Bar({ value, of, mark }: { readonly value: number; readonly of: number; readonly mark?: number }) {
  const wide = 160
  const x = (amount: number) => (of <= 0 ? 0 : Math.min(1, Math.max(0, amount / of)) * wide)
  return (
    <svg width={wide} height="14" viewBox={`0 0 ${wide} 14`} aria-hidden="true" focusable="false">
      <rect y="1" width={wide} height="12" fill="#f3f2f1" />
      <rect y="1" width={x(value)} height="12" fill="#12436d" />
      {mark !== undefined && <rect x={Math.max(0, x(mark) - 1)} width="2" height="14" fill="#d4351c" />}
    </svg>
  )
}
