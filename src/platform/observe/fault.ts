/** What may be written down of a fault: its kind and where it happened. Messages are left out, because a message may
 *  quote the value that caused it. */
export type Fault = { readonly kind: string; readonly at: readonly string[] }

type Told = {
  readonly code?: unknown
  readonly table?: unknown
  readonly constraint?: unknown
  readonly cause?: unknown
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] }
  const { code, table, constraint, cause } = error as Told
  const parts = [error.name, code, table, constraint].filter(part => typeof part === 'string' && part !== '')
  const below = cause instanceof Error ? ` < ${faultOf(cause).kind}` : ''
  return { kind: `${parts.join(' ')}${below}`, at: framesOf(error) }
}

/** Lines of the stack without the message before them, which may run over several lines and look like a frame. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const end = message === '' ? 0 : stack.indexOf(message) + message.length
  return stack
    .slice(end)
    .split('\n')
    .map(line => line.trim())
    .filter(line => frame.test(line))
    .slice(0, 12)
    .map(line => line.replace(/(?:file:\/\/)?\/[^\s()]*\/((?:src|dist|node_modules)\/)/, '$1'))
}

const frame = /^at (?:[\w$.<>[\] ]+ \()?(?:[^\s()]+:\d+:\d+|<anonymous>)\)?$/
