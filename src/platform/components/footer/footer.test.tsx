import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import type { HtmlElement, HtmlNode } from '../oracle/html-tree.ts'
import { Footer } from './footer.tsx'

const NOT_OURS = /govuk-footer__(crown|licence-logo|licence-description|copyright-logo)/

function has(node: HtmlElement, pattern: RegExp): boolean {
  return pattern.test(node.attributes.class ?? '')
}

/** The macro's tree without the marks of GOV.UK. */
function neutral(nodes: HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node]
    if (has(node, NOT_OURS)) return []
    const onlyCopyright = node.children.some(child => typeof child === 'object' && has(child, /copyright-logo/))
    return onlyCopyright ? [] : [{ ...node, children: neutral(node.children) }]
  })
}

agreesWithFixtures('footer', Footer, { expected: neutral })
