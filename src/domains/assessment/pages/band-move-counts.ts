import type { BandMove } from '../rules/band-moves.ts'

export type MoveCount = { readonly team: string; readonly move: string; readonly people: number }

/** How many people of each team would make each move, most first. Pure. */
export function moveCounts(
  moved: readonly { readonly teamCode: string | null; readonly moves: readonly BandMove[] }[],
): readonly MoveCount[] {
  const counts = new Map<string, { team: string; move: string; people: number }>()
  for (const { teamCode, moves } of moved) {
    for (const one of moves) {
      const team = teamCode ?? 'No team'
      const move = bandMoveText(one)
      const key = `${team} ${move}`
      const held = counts.get(key) ?? { team, move, people: 0 }
      held.people++
      counts.set(key, held)
    }
  }
  return [...counts.values()].sort((a, b) => (a.team < b.team ? -1 : a.team > b.team ? 1 : b.people - a.people))
}

/** 'ARP from low to medium, generation 2'; no score is never a band. */
export function bandMoveText({ predictor, from, to }: BandMove): string {
  return `${predictor} from ${from ?? 'no score'} to ${to ?? 'no score'}, generation 2`
}
