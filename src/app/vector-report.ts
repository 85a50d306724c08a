import type { Parity } from './vector-parity.ts'

const width = 110
const longest = 8 * width

/** What `npm run vectors` prints: the families with what differs, the families nobody answers, the totals. */
export function parityReport(parity: Parity): string {
  const lines: string[] = []
  for (const { family, agree, of, differ } of parity.families) {
    lines.push(`${family}: agree ${agree} of ${of}`)
    for (const { id, expected, actual } of differ) {
      lines.push(`  differs: ${id}`, ...folded('    expected ', expected), ...folded('    actual   ', actual))
    }
  }
  if (parity.notAnswered.length > 0) {
    lines.push('', 'Nobody answers yet:', ...parity.notAnswered.map(family => `  ${family}`))
  }
  if (parity.unreadable.length > 0) {
    lines.push('', 'Cannot be read:', ...parity.unreadable.map(message => `  ${message}`))
  }
  lines.push('', `agree ${parity.agree} of ${parity.of}, not answered ${parity.notAnswered.length} families`)
  return `${lines.join('\n')}\n`
}

/** The value as JSON, broken into lines under its label; a very long one is cut and says so. */
function folded(label: string, value: unknown): readonly string[] {
  const whole = JSON.stringify(value) ?? 'nothing'
  const cut = whole.length - longest
  const text = cut > 0 ? `${whole.slice(0, longest)} ... ${cut} more characters, see --json` : whole
  const room = width - label.length
  const pieces = Array.from({ length: Math.ceil(text.length / room) }, (_, index) =>
    text.slice(index * room, (index + 1) * room),
  )
  return pieces.map((piece, index) => (index === 0 ? label : ' '.repeat(label.length)) + piece)
}
