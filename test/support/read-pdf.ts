import { inflateSync } from 'node:zlib'

/** What a reader program finds in a PDF of ours: its objects as text, and the words of its pages in order. */
export function readPdf(pdf: Buffer): {
  readonly objects: string
  readonly text: string
  readonly tags: readonly string[]
} {
  const source = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!)
  const streamOf = (body: string): string => {
    const stream = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1]
    if (stream === undefined) return ''
    const bytes = Buffer.from(stream, 'latin1')
    return (body.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
  }
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1]
      if (map) fonts.set(name!, unicodeOf(streamOf(objects.get(map)!)))
    }
  }
  const pages = [...objects.values()].filter(body => /\/Type \/Page\b(?!s)/.test(body))
  const contents = pages.map(page => streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? ''))
  const text = contents.map(content => textOf(content, fonts)).join('\n')
  const tags = [...source.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag!)
  return { objects: source, text, tags }
}

function unicodeOf(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const [, first, , list] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    ;[...list!.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex], n) => {
      const units = hex!.replace(/ /g, '').match(/.{4}/g) ?? []
      found.set(Number.parseInt(first!, 16) + n, String.fromCharCode(...units.map(unit => Number.parseInt(unit, 16))))
    })
  }
  return found
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  let text = ''
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) {
      font = fonts.get(name)
      continue
    }
    for (const [, hex] of shown!.matchAll(/<([0-9a-f]*)>/gi)) {
      for (const glyph of hex!.match(/.{4}/g) ?? []) text += font?.get(Number.parseInt(glyph, 16)) ?? '?'
    }
    text += '\n'
  }
  return text
}
