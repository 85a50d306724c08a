/** Flesch reading ease of an English text: 206.835 - 1.015 * words per sentence - 84.6 * syllables per word; higher is
 *  easier. Syllables are estimated from groups of vowels. Null for fewer than 30 words, where it means nothing.
 *  Source: R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948). */
export function readingEase(text: string): number | null {
  const words = text.match(/[\p{L}\p{M}’']+/gu) ?? []
  if (words.length < 30) return null
  const sentences = text.split(/[.!?]+(?:\s|$)|\n+/).filter(part => /\p{L}/u.test(part)).length
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return Math.round(206.835 - 1.015 * (words.length / sentences) - 84.6 * (syllables / words.length))
}

/** Groups of vowels, a silent e at the end not counted; at least one. */
function syllablesOf(word: string): number {
  const letters = word
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
  const groups = letters.replace(/(?<![aeiouyl])e$|(?<=[^td])ed$|(?<![sxz])es$/, '').match(/[aeiouy]+/g) ?? []
  return Math.max(1, groups.length)
}
