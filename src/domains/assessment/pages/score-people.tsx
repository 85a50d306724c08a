import type { Context } from '../../../platform/context/index.ts'
import { identityBar } from '../../person/index.ts'

/** How a list of scores names people: by name and CRN, linked to their scores. */
export type NamedPerson = { readonly name: string; readonly crn: string | null }

/** Names of the people of a list, looked at as one; a person who may not be seen is not in it. */
export async function namesOf(
  ctx: Context,
  what: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  if (personIds.length === 0) return new Map()
  const bars = await identityBar(ctx.tx, [...new Set(personIds)])
  const seen = [...bars].filter(([, bar]) => !bar.limited)
  ctx.look(
    what,
    seen.map(([id]) => id),
  )
  return new Map(seen.map(([id, bar]) => [id, { name: bar.name ?? 'Name not known', crn: bar.crn }]))
}

export function PersonLink({ person, to = 'scores' }: { readonly person: NamedPerson; readonly to?: string }) {
  if (person.crn === null) return <>{person.name}</>
  return (
    <>
      <a class="govuk-link" href={`/case/${person.crn}/${to}`}>
        {person.name}
      </a>
      <span class="app-secondary">{person.crn}</span>
    </>
  )
}
