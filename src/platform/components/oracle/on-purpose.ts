import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** Where a component differs from its macro on purpose, or does not answer a fixture. */
export type Difference = {
  /** Turns a fixture's tree into what ours should be. */
  readonly expected?: (nodes: HtmlNode[]) => HtmlNode[]
  /** Fixtures not answered, each with the reason. */
  readonly notAnswered?: Readonly<Record<string, string>>
  /** Options ours asks for and some fixtures leave out. */
  readonly defaults?: Readonly<Record<string, unknown>>
}

export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  footer: { expected: withoutGovUkMarks },
  select: {
    defaults: { items: [] },
    notAnswered: { 'with falsy values': 'a value is a word or a number: ours refuses false when it is compiled' },
  },
}

/** Published components we have not built, each with the reason. A component is built when a page needs it. */
export const NOT_BUILT: Readonly<Record<string, string>> = {
  'cookie-banner': 'the service sets only the cookies it cannot work without, and asks nothing',
  'exit-this-page': 'staff screens have no need to be left in a hurry',
  feedback: 'no page asks for feedback',
  header: 'carries the crown, which belongs to GOV.UK: generic-header stands in its place',
}

const GOV_UK_MARKS = /govuk-footer__(crown|licence-logo|licence-description|copyright-logo)/

function has(node: HtmlElement, pattern: RegExp): boolean {
  return pattern.test(node.attributes.class ?? '')
}

/** The footer of the macro without crown, licence and copyright line. */
function withoutGovUkMarks(nodes: HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node]
    if (has(node, GOV_UK_MARKS)) return []
    const onlyCopyright = node.children.some(child => typeof child === 'object' && has(child, /copyright-logo/))
    return onlyCopyright ? [] : [{ ...node, children: withoutGovUkMarks(node.children) }]
  })
}
