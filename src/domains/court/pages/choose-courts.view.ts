import { plural, resultsFor } from '../../../platform/words/index.ts'

type Named = { readonly code: string; readonly name: string; readonly area: string }

export type ChooseCourtsModel = {
  readonly search: string
  readonly action: string
  readonly summary: string
  readonly more: string | null
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
    readonly hint: { readonly text: string }
  }[]
}

const shownAtOnce = 40

/** Courts to tick: the chosen ones first, then those that fit the words typed. */
export function chooseCourtsView(
  all: readonly Named[],
  chosen: readonly { readonly code: string }[],
  typed: string,
): ChooseCourtsModel {
  const search = typed.trim().slice(0, 100)
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const isChosen = (court: Named) => chosen.some(one => one.code === court.code)
  const fitting = all.filter(court => {
    const text = `${court.name} ${court.area} ${court.code}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
  const listed = search ? fitting : [...fitting.filter(isChosen), ...fitting.filter(court => !isChosen(court))]
  const shown = listed.slice(0, shownAtOnce)
  const left = listed.length - shown.length
  return {
    search,
    action: search ? `/courts/choose?q=${encodeURIComponent(search)}` : '/courts/choose',
    summary: search ? resultsFor(listed.length, search) : plural(all.length, 'court'),
    more: left > 0 ? `${plural(left, 'more court')}: search by name to see them.` : null,
    items: shown.map(court => ({
      value: court.code,
      text: court.name,
      checked: isChosen(court),
      hint: { text: `${court.area}, ${court.code}` },
    })),
  }
}
