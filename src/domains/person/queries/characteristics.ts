import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { Sex } from '../model.ts'

/** What outcomes are compared by, after a decision. No proposal and no score may be made from ethnicity. */
export type Characteristics = {
  readonly dateOfBirth: LocalDate | null
  readonly sex: Sex
  /** As the person says it; null when it was not recorded. */
  readonly ethnicity: string | null
}

/** The characteristics of these people by id, in one query; people the viewer may not see are not in it. */
export async function characteristicsOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Characteristics>> {
  const rows = await tx.rows<Characteristics & { readonly id: string }>(
    `SELECT person_id AS id, date_of_birth AS "dateOfBirth", sex, ethnicity FROM person.person
      WHERE person_id = ANY ($1)`,
    [personIds],
  )
  return new Map(rows.map(({ id, ...found }) => [id, found]))
}
