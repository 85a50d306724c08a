import { htmlToNodes, parseHtml } from './html-tree.ts'

/** Options whose value is a string of HTML in the macro and nodes in ours. */
const HTML_OPTION = /^html$|Html$/
const ATTRIBUTES_OPTION = /^attributes$|Attributes$/

/**
 * A macro's options turned into a component's: HTML strings become nodes, the outermost `html` becomes `children`,
 * attribute values follow the macro's rules (bare value: always written; `optional`: left out when empty). Tests only.
 */
export function asComponentProps(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { html, ...props } = converted(options) as Record<string, unknown>
  return html === undefined ? props : { ...props, children: html }
}

function converted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (ATTRIBUTES_OPTION.test(name)) return [name, attributesFrom(inner)]
      if (typeof inner === 'string' && HTML_OPTION.test(name)) return [name, inner ? htmlToNodes(inner) : undefined]
      if (name === 'slots' && inner) return [name, slotsFrom(inner as Record<string, unknown>)]
      return [name, inner === null ? undefined : converted(inner)]
    }),
  )
}

function slotsFrom(slots: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => {
      if (typeof slot !== 'string') return [name, converted(slot)]
      return [name, name === 'end' ? { html: htmlToNodes(slot) } : htmlToNodes(slot)]
    }),
  )
}

function attributesFrom(given: unknown): unknown {
  if (given === undefined || given === null) return undefined
  if (typeof given === 'string') {
    const element = parseHtml(`<a ${given}></a>`)[0]
    return typeof element === 'object' ? element.attributes : {}
  }
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (value === null || typeof value !== 'object') return [name, String(value ?? '')]
      const { value: inner, optional } = value as { value?: unknown; optional?: boolean }
      if (!optional) return [name, String(inner ?? '')]
      return [
        name,
        inner === true ? true : inner === undefined || inner === null || inner === false ? undefined : String(inner),
      ]
    }),
  )
}
