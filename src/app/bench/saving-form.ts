/** A form that saves itself, as a browser holds it: the intent it saves under, and what each field would send. */
export type SavingForm = {
  readonly intent: string
  readonly fields: readonly Field[]
}
export type Field = { readonly name: string; readonly value: string; readonly kind: 'text' | 'choice' | 'hidden' }

/** The form of a page that saves itself; null on a page without one. An unchecked choice is not sent and not listed. */
export function savingForm(html: string): SavingForm | null {
  const [, rest] = html.split(/(?=<form[^>]* data-saves=")/)
  if (rest === undefined) return null
  const form = rest.slice(0, rest.indexOf('</form>'))
  const fields = [...form.matchAll(/<(input|textarea)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g)].flatMap(
    ([, tag, attributes = '', text = '']): Field[] => {
      const name = attribute(attributes, 'name')
      if (name === null) return []
      // A line break straight after the opening tag is not part of the text.
      if (tag === 'textarea') return [{ name, value: unescaped(text).replace(/^\n/, ''), kind: 'text' }]
      const type = attribute(attributes, 'type')
      const value = attribute(attributes, 'value') ?? ''
      if (type === 'hidden') return [{ name, value, kind: 'hidden' }]
      if (type !== 'radio' && type !== 'checkbox') return [{ name, value, kind: 'text' }]
      return / checked(?=[\s=/]|$)/.test(attributes) ? [{ name, value, kind: 'choice' }] : []
    },
  )
  return { intent: attribute(form, 'data-saves') ?? '', fields }
}

/** The body a browser posts, with some fields as they were typed since. */
export function formBody(form: SavingForm, typed: Readonly<Record<string, string>> = {}): string {
  const body = new URLSearchParams()
  for (const { name, value } of form.fields) body.append(name, typed[name] ?? value)
  for (const [name, value] of Object.entries(typed)) if (!body.has(name)) body.append(name, value)
  body.set('intent', form.intent)
  return body.toString()
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)
  return found ? unescaped(found[1]!) : null
}

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, mark: string) => marks[mark]!)
}
