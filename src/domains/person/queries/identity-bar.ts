import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { identityGroups } from '../identity-group.ts'
import { peopleOf } from '../store.ts'

export type BarFlag = {
  readonly code: string
  readonly name: string
  readonly startsOn: LocalDate
  readonly nextReviewOn: LocalDate | null
}

/** What stands on top of every page about a person. A person the viewer may not see has a CRN and `limited: true`, and
 *  nothing else. `limitedCase` says that the viewer is among the few who may see the person. */
export type IdentityBar = {
  readonly personId: string
  readonly crn: string | null
  readonly limited: boolean
  readonly limitedCase: boolean
  /** Surname, Forename Middle. */
  readonly name: string | null
  readonly dateOfBirth: LocalDate | null
  readonly diedOn: LocalDate | null
  readonly sex: string | null
  readonly rosh: { readonly code: string; readonly name: string; readonly level: number } | null
  readonly riskToStaff: boolean
  readonly flags: readonly BarFlag[]
}

type FlagRow = BarFlag & { readonly personId: string; readonly roshLevel: number | null; readonly staffRisk: boolean }

/** The identity bars of several people, by the id asked for; a linked person has the bar of their record. An id nobody
 *  bears is left out. Five queries whatever the number of people, three for groups that are known already. */
export async function identityBar(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, IdentityBar>> {
  return barsOf(tx, await identityGroups(tx, personIds))
}

/** The bar of a person whose identity group is known, the survivor first; undefined for an id nobody bears. */
export async function identityBarOfGroup(tx: Tx, group: readonly string[]): Promise<IdentityBar | undefined> {
  const [survivor] = group
  return survivor === undefined ? undefined : (await barsOf(tx, new Map([[survivor, group]]))).get(survivor)
}

async function barsOf(
  tx: Tx,
  groups: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, IdentityBar>> {
  const everyone = [...new Set([...groups.values()].flat())]
  const survivors = [...new Set([...groups.values()].map(group => group[0]!))]
  const [stubs, found, flags] = await Promise.all([
    tx.rows<{ id: string; crn: string | null; limited: boolean }>(
      'SELECT person_id AS id, crn, excluded OR restricted AS limited FROM person.stub WHERE person_id = ANY ($1)',
      [survivors],
    ),
    peopleOf(tx, survivors),
    openFlags(tx, everyone),
  ])
  const people = new Map(found.map(person => [person.personId, person]))

  const bars = new Map<string, IdentityBar>()
  for (const [asked, group] of groups) {
    const stub = stubs.find(one => one.id === group[0])
    if (!stub) continue
    const person = people.get(stub.id)
    const theirs = person ? flags.filter(flag => group.includes(flag.personId)) : []
    const worst = theirs.reduce<FlagRow | null>(
      (high, flag) => ((flag.roshLevel ?? 0) > (high?.roshLevel ?? 0) ? flag : high),
      null,
    )
    bars.set(asked, {
      personId: stub.id,
      crn: stub.crn,
      limited: !person,
      limitedCase: stub.limited,
      name: person ? surnameFirst(person) : null,
      dateOfBirth: person?.dateOfBirth ?? null,
      diedOn: person?.diedOn ?? null,
      sex: person?.sex ?? null,
      rosh: worst?.roshLevel ? { code: worst.code, name: worst.name, level: worst.roshLevel } : null,
      riskToStaff: theirs.some(flag => flag.staffRisk),
      flags: theirs.map(({ code, name, startsOn, nextReviewOn }) => ({ code, name, startsOn, nextReviewOn })),
    })
  }
  return bars
}

/** Surname, Forename Middle: how a person is written in every list. */
export function surnameFirst(name: {
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
}): string {
  const given = [name.firstName, name.middleNames].filter(text => text !== null && text !== '').join(' ')
  return given === '' ? name.lastName : `${name.lastName}, ${given}`
}

function openFlags(tx: Tx, personIds: readonly string[]): Promise<readonly FlagRow[]> {
  return tx.rows<FlagRow>(
    `SELECT flag.person_id AS "personId", flag.type_code AS code, coalesce(type.name, flag.type_code) AS name,
            flag.starts_on AS "startsOn", flag.next_review_on AS "nextReviewOn", type.rosh_level AS "roshLevel",
            coalesce(type.staff_risk, false) AS "staffRisk"
       FROM person.flag
       LEFT JOIN person.flag_type type ON type.code = flag.type_code AND type.valid_to IS NULL
      WHERE flag.person_id = ANY ($1) AND flag.ended_on IS NULL
      ORDER BY type.rosh_level DESC NULLS LAST, flag.starts_on DESC, flag.id`,
    [personIds],
  )
}
