import { type ComponentChildren, h } from 'preact'

/**
 * HTML read into a plain tree, so that two renderings can be compared. It reads tags as they are written and does not
 * repair them as a browser would; that is right for an oracle and wrong for anything else. Tests only.
 */
export type HtmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}
export type HtmlNode = HtmlElement | string

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const TEXT_ONLY = new Set(['textarea', 'title', 'script', 'style'])
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  ctdot: '⋯',
  hellip: '…',
  times: '×',
  mdash: '—',
  ndash: '–',
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return NAMED[name] ?? whole
  })
}

const TAG = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/)?([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/)?>/gi
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    attributes[name!] ??= decoded(double ?? single ?? bare ?? '')
  }
  return attributes
}

/** The nodes of a piece of HTML, white space and all. */
export function parseHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const here = () => open[open.length - 1]!
  const tags = new RegExp(TAG)
  let at = 0
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (tag.index > at) here().children.push(decoded(html.slice(at, tag.index)))
    at = tags.lastIndex
    const [, closing, name, attributes, selfClosing] = tag
    if (!name) continue
    if (closing) {
      const depth = open.findLastIndex(element => element.name === name)
      if (depth > 0) open.length = depth
      continue
    }
    const element: HtmlElement = { name, attributes: attributesOf(attributes ?? ''), children: [] }
    here().children.push(element)
    if (TEXT_ONLY.has(name)) {
      const end = html.indexOf(`</${name}`, at)
      const text = decoded(html.slice(at, end)).replace(/^\n/, '')
      if (text) element.children.push(text)
      at = html.indexOf('>', end) + 1
      tags.lastIndex = at
    } else if (!selfClosing && !VOID.has(name)) {
      open.push(element)
    }
  }
  if (at < html.length) here().children.push(decoded(html.slice(at)))
  return root.children
}

const INLINE = new Set('a abbr b em i span strong svg time'.split(' '))

/**
 * The tree as comparable lines: attributes sorted, classes single-spaced, white space collapsed. White space counts only
 * where a reader would see it: between two words or inline elements.
 */
export function treeOf(nodes: readonly HtmlNode[]): unknown[] {
  const siblings = joined(nodes)
  return siblings.flatMap((node, index): unknown[] => {
    if (typeof node === 'string') {
      const before = siblings[index - 1]
      const after = siblings[index + 1]
      let text = node.replace(/[ \t\r\n]+/g, ' ')
      if (!inline(before)) text = text.trimStart()
      if (!inline(after)) text = text.trimEnd()
      return text ? [text] : []
    }
    if (TEXT_ONLY.has(node.name)) return [{ [node.name]: sorted(node.attributes), text: node.children.join('') }]
    return [{ [node.name]: sorted(node.attributes), children: treeOf(node.children) }]
  })
}

function inline(node: HtmlNode | undefined): boolean {
  return typeof node === 'object' && INLINE.has(node.name)
}

/** Neighbouring texts (a comment stood between them) are one text. */
function joined(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = []
  for (const node of nodes) {
    const last = out[out.length - 1]
    if (typeof node === 'string' && typeof last === 'string') out[out.length - 1] = last + node
    else out.push(node)
  }
  return out
}

function sorted(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .map(([name, value]) => [name, name === 'class' ? value.trim().replace(/\s+/g, ' ') : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** HTML as nodes a component takes. */
export function htmlToNodes(html: string): ComponentChildren {
  return toVnodes(parseHtml(html))
}

function toVnodes(nodes: readonly HtmlNode[]): ComponentChildren {
  return nodes.map(node => (typeof node === 'string' ? node : h(node.name, node.attributes, toVnodes(node.children))))
}
