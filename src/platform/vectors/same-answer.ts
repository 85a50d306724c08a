/** Do two answers agree? Objects whatever their key order, lists in order, numbers within `tolerance`.
 *  A key that holds undefined counts as absent; null and absent are different answers. */
export function sameAnswer(expected: unknown, actual: unknown, tolerance = 0): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return expected === actual || Math.abs(expected - actual) <= tolerance
  }
  if (typeof expected !== 'object' || typeof actual !== 'object' || expected === null || actual === null) {
    return expected === actual
  }
  if (Array.isArray(expected) || Array.isArray(actual)) {
    return (
      Array.isArray(expected) &&
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((item, index) => sameAnswer(item, actual[index], tolerance))
    )
  }
  const left = entriesOf(expected)
  const right = entriesOf(actual)
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && sameAnswer(value, right.get(key), tolerance))
  )
}

function entriesOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, held]) => held !== undefined))
}
