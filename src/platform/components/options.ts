import type { ComponentChildren } from 'preact'

/** What may stand in a list of items: a false or missing entry is left out, so a page can write `isOpen && item`. */
export type Maybe<T> = T | false | null | undefined

/** Words, or, where the macro takes a string of HTML, the nodes themselves. `html` wins when both are given. */
export type Content = {
  readonly text?: string | number | undefined
  readonly html?: ComponentChildren
}

/**
 * Extra HTML attributes. `true` writes the bare name (`hidden`), `false` and `undefined` leave it out;
 * `data-` and `aria-` names write the word `true` or `false`.
 */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined }

/** The options nearly every macro has. */
export type Look = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** The nodes of a `Content`. */
export function said(content: Content): ComponentChildren {
  return content.html ? content.html : content.text
}

/** Whether a `Content` says anything. */
export function speaks(content: Maybe<Content>): content is Content {
  return Boolean(content && (content.html || content.text))
}

/** Class names in one string; missing ones are left out. */
export function classNames(base: string, ...more: readonly Maybe<string>[]): string {
  let names = base
  for (const one of more) if (one) names += ` ${one}`
  return names
}

/** Space-separated ids for `aria-describedby`, or nothing. */
export function idList(...ids: readonly Maybe<string>[]): string | undefined {
  let list = ''
  for (const id of ids) if (id) list += list ? ` ${id}` : id
  return list || undefined
}

/** The heading element of a level. */
export function headingTag(level: HeadingLevel): `h${HeadingLevel}` {
  return `h${level}`
}

/** `data-i18n.KEY` attributes: one message, or one message for each plural form. */
export function i18nAttributes(
  key: string,
  message: string | Readonly<Record<string, string>> | undefined,
): Attributes {
  if (!message) return {}
  if (typeof message === 'string') return { [`data-i18n.${key}`]: message }
  return Object.fromEntries(Object.entries(message).map(([plural, text]) => [`data-i18n.${key}.${plural}`, text]))
}
