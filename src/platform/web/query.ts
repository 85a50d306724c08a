import type { Answers, Query } from './page.ts'

/** Reads a parsed query string; never throws, never hands on an unexpected shape. */
export function queryOf(raw: unknown): Query {
  const values = answersOf(raw)
  const all = (name: string): readonly string[] => {
    const value = values[name]
    if (value === undefined) return []
    return typeof value === 'string' ? [value] : value
  }
  return {
    one: name => all(name)[0] ?? '',
    all,
    has: name => name in values,
    with(changes) {
      const parameters = new URLSearchParams()
      for (const name of Object.keys(values)) {
        if (name in changes) continue
        for (const value of all(name)) parameters.append(name, value)
      }
      for (const [name, value] of Object.entries(changes)) if (value !== null) parameters.append(name, String(value))
      const text = parameters.toString()
      return text ? `?${text}` : '?'
    },
  }
}

/** Form fields as text or lists of text. PostgreSQL cannot hold U+0000, which no keyboard types: it is left out. */
export function answersOf(raw: unknown): Answers {
  const answers: Record<string, string | string[]> = Object.create(null)
  if (typeof raw !== 'object' || raw === null) return answers
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value === 'string') answers[name] = clean(value)
    else if (Array.isArray(value)) answers[name] = value.filter(v => typeof v === 'string').map(clean)
  }
  return answers
}

function clean(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}
