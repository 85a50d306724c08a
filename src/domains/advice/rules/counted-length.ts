const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Only what a browser or a mail program would write as a tag: `a < b` and `<3` are text. */
const tags = /<!--[\s\S]*?-->|<\/?[a-z][a-z0-9:-]*(\s[^<>]*)?\/?>/gi

/** The text as a reader sees it: tags out, entities decoded. What decoding brings to light is not read as a tag again. */
export function plainText(text: string): string {
  return text.replace(tags, '').replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

/** How long a text is against its limit, in characters: plain text, where tags, line breaks and invisible characters do
 *  not count, entities count decoded, and spaces at both ends do not count. An emoji is as many as its code points that
 *  are seen. Source: pre-sentence-report.md section 5. */
export function countedLength(text: string): number {
  const seen = plainText(text)
    .replace(/[\r\n\u2028\u2029]/g, '')
    .replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '')
    .trim()
  return [...seen].length
}
