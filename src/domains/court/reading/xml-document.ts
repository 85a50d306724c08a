import { SaxesParser } from 'saxes'
import { checkSize, limits, Refusal } from './refusal.ts'

/** An element without its namespace prefix. `line` is where it starts; `text` joins its own text. */
export type XmlElement = {
  readonly name: string
  readonly line: number
  readonly children: readonly XmlElement[]
  readonly text: string
}
type Growing = { name: string; line: number; children: Growing[]; text: string }

/** Parses XML text to its root element. No document type, so no entity is ever expanded beyond the five built in.
 *  Refuses, naming the line, what is not well formed, nested too deep or made of too many elements. */
export function readXml(text: string): XmlElement {
  checkSize(text)
  const parser = new SaxesParser({ xmlns: false })
  const open: Growing[] = []
  let root: Growing | undefined
  let elements = 0

  parser.on('error', error => {
    throw new Refusal('body', `is not well-formed XML at line ${parser.line}: ${meaningOf(error)}`, fix)
  })
  parser.on('doctype', () => {
    throw new Refusal('body', `declares a document type at line ${parser.line}`, 'Send the XML without a DOCTYPE')
  })
  parser.on('opentagstart', tag => {
    elements++
    if (open.length >= limits.depth || elements > limits.xmlElements) {
      const problem =
        elements > limits.xmlElements ? 'has too many elements' : `is nested more than ${limits.depth} deep`
      throw new Refusal('body', `${problem} at line ${parser.line}`, 'Send the message in its usual shape')
    }
    const element: Growing = { name: withoutPrefix(tag.name), line: parser.line, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (piece: string) => {
    const element = open.at(-1)
    if (element) element.text += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  if (!root) throw new Refusal('body', 'holds no XML element', fix)
  return root
}

const fix = 'Correct the XML and send it again'

/** The first element of that name at or below, looking at nearer levels first. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  let level: readonly XmlElement[] = [element]
  while (level.length > 0) {
    const found = level.find(candidate => candidate.name === name)
    if (found) return found
    level = level.flatMap(candidate => candidate.children)
  }
  return undefined
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(child => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? []
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** saxes starts its messages with "line:column: ". */
function meaningOf(error: Error): string {
  return error.message
    .replace(/^\d+:\d+:\s*/, '')
    .replace(/\.$/, '')
    .slice(0, 200)
}
