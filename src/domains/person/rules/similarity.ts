/** How alike two texts are, from 0 (nothing in common) to 1 (equal).
 *  Jaro-Winkler as the published person-match model measures it: match window floor(longer / 2) - 1, half the
 *  out-of-order matches rounded down, a prefix of up to 4 characters worth 0.1 each, given only above a Jaro value
 *  of 0.7. Compares UTF-16 units: the texts are upper-case names. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1
  const jaro = jaroOf(left, right)
  if (jaro <= 0.7) return jaro
  let prefix = 0
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroOf(left: string, right: string): number {
  const longer = Math.max(left.length, right.length)
  if (left.length === 0 || right.length === 0) return 0
  const window = Math.max(0, Math.floor(longer / 2) - 1)
  const taken = new Uint8Array(right.length)
  const matchedLeft: number[] = []
  for (let at = 0; at < left.length; at += 1) {
    const last = Math.min(right.length - 1, at + window)
    for (let other = Math.max(0, at - window); other <= last; other += 1) {
      if (taken[other] === 0 && left.charCodeAt(at) === right.charCodeAt(other)) {
        taken[other] = 1
        matchedLeft.push(left.charCodeAt(at))
        break
      }
    }
  }
  const matches = matchedLeft.length
  if (matches === 0) return 0

  let outOfOrder = 0
  let next = 0
  for (let other = 0; other < right.length; other += 1) {
    if (taken[other] === 0) continue
    if (right.charCodeAt(other) !== matchedLeft[next]) outOfOrder += 1
    next += 1
  }
  const transpositions = Math.floor(outOfOrder / 2)
  return (matches / left.length + matches / right.length + (matches - transpositions) / matches) / 3
}

/** The least number of characters to insert, delete or replace to turn one text into the other. */
export function levenshtein(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row += 1) {
    const here = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = above[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1)
      here.push(Math.min(replaced, above[column]! + 1, here[column - 1]! + 1))
    }
    above = here
  }
  return above[right.length]!
}

/** True when the texts are equal or one insertion, deletion or replacement apart; quick for unlike texts. */
export function withinOneEdit(left: string, right: string): boolean {
  if (left === right) return true
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = long.slice(at + 1)
  return short.length === long.length ? short.slice(at + 1) === rest : short.slice(at) === rest
}
