import { readReference } from '../../../platform/reference/index.ts'
import type { Jurisdiction } from '../model.ts'
import { plainWords } from './court-codes.ts'

export type Court = {
  readonly code: string
  readonly kind: Jurisdiction
  readonly name: string
  readonly area: string
  /** In the list of courts the probation service works at. */
  readonly active: boolean
}

let loaded: ReadonlyMap<string, Court> | undefined

function directory(): ReadonlyMap<string, Court> {
  loaded ??= new Map(
    readReference('organisation', 'courts.csv').map(row => [
      row.ou_code!,
      {
        code: row.ou_code!,
        kind: row.kind as Jurisdiction,
        name: row.name!,
        area: row.area!,
        active: row.probation_service_list === '1',
      },
    ]),
  )
  return loaded
}

/** The court of an organisation unit code of five characters or more; undefined when not in courts.csv. */
export function courtByCode(code: string): Court | undefined {
  return directory().get(code.slice(0, 5).toUpperCase())
}

/** The one court of that kind with that name. A longer name that begins with it counts when there is only one among
 *  the active courts ("Chelmsford Magistrates' Court" is "... and Family Court"). Undefined when unclear. */
export function courtByName(name: string, kind?: Jurisdiction): Court | undefined {
  const wanted = plainWords(name)
  if (wanted === '') return undefined
  const named = [...directory().values()].filter(court => kind === undefined || court.kind === kind)
  const short = wanted.replace(/ crown court$/, '')
  const exact = named.filter(court => {
    const plain = plainWords(court.name)
    return plain === wanted || (court.kind === 'CROWN' && plain === short)
  })
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined
  const beginning = named.filter(court => court.active && plainWords(court.name).startsWith(`${wanted} `))
  return beginning.length === 1 ? beginning[0] : undefined
}
