/** A name as searched for: lower-case words without accents, apostrophes or hyphens. A name written with an
 *  apostrophe is one word (O'Brien, O’Brien: obrien); a hyphenated one is its parts and the whole
 *  (Smith-Jones: smith, jones, smithjones), so that each way of typing finds it. */
export function nameTokens(text: string): readonly string[] {
  const folded = foldAccents(text)
    .toLowerCase()
    .replace(/['\u2018\u2019\u02bc`\u00b4]/g, '')
  const tokens = folded.split(/[^\p{L}\p{N}-]+/u).flatMap(word => {
    const parts = word.split('-').filter(part => part !== '')
    return parts.length > 1 ? [...parts, parts.join('')] : parts
  })
  return [...new Set(tokens)]
}

/** The same letters without accents, and the letters that are not an accented one written out (Ł, Ø, ß, Æ). */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØđĐßæÆœŒþÞðÐı]/g, letter => writtenOut[letter] ?? letter)
}

const writtenOut: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'TH',
  ð: 'd',
  Ð: 'D',
  ı: 'i',
}

/** Spellings that sound alike in the names of this country, tried in order on upper-case letters. The digit 0 stands
 *  for "th" and X for "sh" and "ch". */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(?:KN|GN|PN)/, 'N'],
  [/^WR/, 'R'],
  [/^PS/, 'S'],
  [/^WH/, 'W'],
  [/^X/, 'S'],
  [/^MAC(?=[^AEIOUYH])/, 'MC'],
  [/MB$/, 'M'],
  [/SCH/, 'X'],
  [/TCH/g, 'X'],
  [/CHR/g, 'KR'],
  [/CH|SH/g, 'X'],
  [/TIO|TIA/g, 'XA'],
  [/PH/g, 'F'],
  [/TH/g, '0'],
  [/^GH/, 'K'],
  [/GH/g, ''],
  [/DGE|DGI|DGY/g, 'J'],
  [/C(?=[EIY])/g, 'S'],
  [/G(?=[EIY])/g, 'J'],
  [/CK|C|Q|G/g, 'K'],
  [/KS/g, 'X'],
  [/Z/g, 'S'],
  [/V/g, 'F'],
  [/D/g, 'T'],
]

const soundLength = 6

/** A code that names said alike share: a simpler relative of Metaphone, upper-case, at most 6 characters.
 *  Silent starts are dropped (KN, WR), spellings of one sound become one letter (PH F V; C K Q hard G; D T; S Z),
 *  doubled letters count once, H, W and Y are left out, and vowels are kept only at the start, where all are A.
 *  STEVEN and STEPHEN are STFN, CATHERINE and KATHRYN are K0RN, MOHAMMED and MUHAMMAD are MMT. */
export function soundOf(name: string): string {
  let text = foldAccents(name)
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
  for (const [spelling, letter] of spellings) text = text.replace(spelling, letter)
  const start = /^[AEIOUY]/.test(text) ? 'A' : ''
  const consonants = text.replace(/[AEIOUYHW]/g, (letter, at: number) => (at === 0 && letter === 'W' ? 'W' : '-'))
  const once = consonants.replace(/([A-Z0])\1+/g, '$1').replaceAll('-', '')
  return (start + once).slice(0, soundLength)
}
