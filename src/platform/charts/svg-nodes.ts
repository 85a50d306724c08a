import { type ComponentChild, h } from 'preact'
import { SaxesParser } from 'saxes'

const elements: ReadonlySet<string> = new Set(['svg', 'g', 'path', 'line', 'rect', 'text'])
const attributes =
  /^(class|width|height|viewBox|transform|d|x|y|x1|x2|y1|y2|dx|dy|fill|stroke|stroke-width|stroke-miterlimit|opacity|font-family|font-size|font-weight|text-anchor)$/

type Open = { readonly name: string; readonly props: Record<string, string>; readonly children: ComponentChild[] }

/** A drawing as nodes of our own pages: shapes and words only, so that nothing a label holds becomes mark-up. Throws
 *  for text that is no SVG. */
export function svgNodes(svg: string): ComponentChild {
  const open: Open[] = []
  let drawn: ComponentChild = null
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes: given }) => {
    const kept = Object.entries(given).filter(([attribute]) => attributes.test(attribute))
    open.push({ name, props: Object.fromEntries(kept) as Record<string, string>, children: [] })
  })
  parser.on('text', text => {
    open.at(-1)?.children.push(text)
  })
  parser.on('closetag', () => {
    const { name, props, children } = open.pop()!
    if (!elements.has(name)) return
    const node = h(name, name === 'svg' ? { ...props, 'aria-hidden': 'true', focusable: 'false' } : props, ...children)
    const parent = open.at(-1)
    if (parent) parent.children.push(node)
    else drawn = node
  })
  parser.write(svg).close()
  return drawn
}
