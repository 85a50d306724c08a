import type { ListPlace } from '../queries/case-list.ts'
import { outcomeStateWords, preparationWords, sessionWords, sourceWords, statusChoices, wordsFor } from '../words.ts'
import type { CaseListFacts, CaseListModel } from './case-list.view.ts'
import { filterQuery, type ListFilterName, listFilterNames, withoutChoice } from './list-filters.ts'
import { rooms, roomWords } from './listing-words.ts'

const filterWords: Readonly<Record<ListFilterName, string>> = {
  status: 'Probation status',
  room: 'Courtroom',
  session: 'Session',
  source: 'Source',
  flag: 'Flag',
  preparation: 'Preparation',
  outcome: 'Outcome state',
}

const flagWords: Readonly<Record<string, string>> = { breach: 'Breach', recent: 'Recently added' }

/** The fields of the filter, with the choices this list has. */
export function filterFields({ places, filters }: CaseListFacts): CaseListModel['filterFields'] {
  const fields = listFilterNames.map(name => {
    const values = choicesOf(name, places)
    const listed = [...values, ...filters[name].filter(value => !values.includes(value))]
    const items = listed.map(value => ({
      value,
      text: choiceWords(name, value),
      checked: filters[name].includes(value),
    }))
    return { name, legend: filterWords[name], items }
  })
  return fields.filter(({ name, items }) => items.length > (name === 'source' ? 1 : 0))
}

function choicesOf(name: ListFilterName, places: readonly ListPlace[]): readonly string[] {
  switch (name) {
    case 'status':
      return Object.keys(statusChoices)
    case 'flag':
      return Object.keys(flagWords)
    case 'preparation':
      return Object.keys(preparationWords)
    case 'outcome':
      return Object.keys(outcomeStateWords)
    case 'session':
      return Object.keys(sessionWords)
    case 'room':
      return [...new Set(places.map(place => place.room))].sort(rooms.compare)
    case 'source':
      return [...new Set(places.flatMap(place => place.entry?.source ?? []))].sort()
  }
}

function choiceWords(name: ListFilterName, value: string): string {
  switch (name) {
    case 'status':
      return wordsFor(statusChoices, value)
    case 'flag':
      return wordsFor(flagWords, value)
    case 'preparation':
      return wordsFor(preparationWords, value)
    case 'outcome':
      return wordsFor(outcomeStateWords, value)
    case 'session':
      return wordsFor(sessionWords, value)
    case 'room':
      return roomWords(value)
    case 'source':
      return wordsFor(sourceWords, value)
  }
}

/** What is chosen, each with the address that takes it away. */
export function chosenTags({ filters, tab, search }: CaseListFacts, path: string): CaseListModel['chosen'] {
  return listFilterNames
    .filter(name => filters[name].length > 0)
    .map(name => ({
      heading: filterWords[name],
      items: filters[name].map(value => ({
        text: choiceWords(name, value),
        href: `${path}${filterQuery(withoutChoice(filters, name, value), { tab, q: search || undefined, remember: 1 })}`,
      })),
    }))
}
