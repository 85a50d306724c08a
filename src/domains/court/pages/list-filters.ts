import { z } from 'zod'
import type { Query } from '../../../platform/web/index.ts'

/** The choices of the case list's filter, each a list of codes; an empty list chooses nothing and lets all through. */
export const listFilterNames = ['status', 'room', 'session', 'source', 'flag', 'preparation', 'outcome'] as const
export type ListFilterName = (typeof listFilterNames)[number]
export type ListFilters = Readonly<Record<ListFilterName, readonly string[]>>

export const noFilters: ListFilters = {
  status: [],
  room: [],
  session: [],
  source: [],
  flag: [],
  preparation: [],
  outcome: [],
}

const choices = z.array(z.string())
export const listFiltersShape: z.ZodType<ListFilters> = z.object({
  status: choices,
  room: choices,
  session: choices,
  source: choices,
  flag: choices,
  preparation: choices,
  outcome: choices,
})

/** The filters an address asks for, or undefined when it says nothing of filters (`f` marks that it does). */
export function filtersAsked(query: Query): ListFilters | undefined {
  if (!query.has('f')) return undefined
  const chosen: Record<ListFilterName, readonly string[]> = { ...noFilters }
  for (const name of listFilterNames) chosen[name] = [...new Set(query.all(name))].filter(value => value.length <= 100)
  return chosen
}

/** An address of the list with these filters and nothing else of the query, 'remember' to keep them. */
export function filterQuery(
  filters: ListFilters,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const parameters = new URLSearchParams({ f: '1' })
  for (const name of listFilterNames) for (const value of filters[name]) parameters.append(name, value)
  for (const [name, value] of Object.entries(more)) if (value !== undefined) parameters.set(name, String(value))
  return `?${parameters}`
}

export function withoutChoice(filters: ListFilters, name: ListFilterName, value: string): ListFilters {
  return { ...filters, [name]: filters[name].filter(one => one !== value) }
}
