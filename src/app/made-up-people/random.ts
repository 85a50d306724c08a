/** A seeded stream of numbers: the same seed makes the same people on every machine (mulberry32). */
export type Random = {
  /** 0 <= x < 1 */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** Picks early entries more often, as names are shared unevenly: place r has weight 1/(r + 3). */
  pickUneven<T>(list: readonly T[]): T
  chance(share: number): boolean
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]) => list[whole(0, list.length - 1)]!
  return {
    next,
    whole,
    pick,
    pickUneven<T>(list: readonly T[]) {
      const place = Math.floor(3 * ((list.length + 3) / 3) ** next() - 3)
      return list[Math.min(Math.max(place, 0), list.length - 1)]!
    },
    chance: share => next() < share,
  }
}
