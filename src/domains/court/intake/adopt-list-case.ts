import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { movedFromLibra } from '../rules/same-case.ts'
import { refreshList } from '../store/list-store.ts'
import { storedCases } from '../store/listing-store.ts'
import type { PlannedCase, PlannedDefendant } from './listing-plan.ts'
import type { WrittenDefendant } from './write-listing.ts'

/** A new Common Platform case whose URN and defendant are those of a list case is that case gone on: its defendants take
 *  over the person, and with it link, notes, comments and files. Answers the defendants with what they take over. */
export async function listCaseGoneOn(
  ctx: Context,
  planned: PlannedCase,
): Promise<{ readonly caseId: string; readonly defendants: readonly PlannedDefendant[] } | undefined> {
  const urn = planned.sent?.urn
  if (!urn) return undefined
  const [held] = await ctx.tx.rows<{ id: string }>(
    `SELECT id FROM court.court_case WHERE urn = $1 AND source = 'LIBRA' AND merged_into IS NULL
      ORDER BY first_seen_at DESC LIMIT 1 FOR UPDATE`,
    [urn],
  )
  if (!held) return undefined
  const stored = (await storedCases(ctx.tx, held.id, [held.id])).get(held.id)!
  const facts = (defendants: readonly PlannedDefendant['facts'][]) =>
    defendants.map(({ name, dateOfBirth }) => ({
      personId: null,
      surname: name?.surname ?? '',
      dateOfBirth: dateOfBirth ?? null,
    }))
  const moved = movedFromLibra(
    { caseId: held.id, source: 'LIBRA', urn, defendants: facts(stored.defendants.map(one => one.facts)) },
    {
      caseId: planned.caseId,
      source: 'COMMON_PLATFORM',
      urn,
      defendants: facts(planned.defendants.map(one => one.facts)),
    },
  )
  if (!moved.outcome) return undefined
  const defendants = planned.defendants.map(defendant => {
    const before = stored.defendants.find(
      one =>
        one.facts.name?.surname.toUpperCase() === defendant.facts.name?.surname.toUpperCase() &&
        one.facts.dateOfBirth === defendant.facts.dateOfBirth,
    )
    return before && !defendant.stored
      ? {
          ...defendant,
          stored: { ...before, appearance: null },
          identityChanged: before.identity !== defendant.identity,
        }
      : defendant
  })
  return { caseId: held.id, defendants }
}

/** Puts the list case under the new one once its defendants are written: what staff added goes with it, and its places
 *  on the list are shown as moved. */
export async function mergeListCase(
  ctx: Context,
  listCaseId: string,
  caseId: string,
  defendants: readonly WrittenDefendant[],
  today: LocalDate,
): Promise<void> {
  const people = defendants.map(one => one.personId)
  await ctx.tx.run('UPDATE court.court_case SET merged_into = $2, version = version + 1 WHERE id = $1', [
    listCaseId,
    caseId,
  ])
  for (const table of ['court.comment', 'court.document', 'court.note', 'court.defendant'] as const) {
    await ctx.tx.run(`UPDATE ${table} SET case_id = $3 WHERE person_id = ANY ($1) AND case_id = $2`, [
      people,
      listCaseId,
      caseId,
    ])
  }
  await ctx.tx.run(
    `UPDATE court.defendant held SET key = given.key FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS given (person_id, id, key)
      WHERE held.person_id = given.person_id AND held.id = given.id`,
    [
      people,
      defendants.map(one => one.defendantId),
      defendants.map(one => one.facts.defendantId?.toLowerCase() ?? one.key),
    ],
  )
  const listed = await ctx.tx.rows<{ personId: string; id: string }>(
    `UPDATE court.appearance SET removed_at = coalesce(removed_at, $2), removed_because = coalesce(removed_because, $3),
       version = version + 1 WHERE case_id = $1 RETURNING person_id AS "personId", id`,
    [listCaseId, ctx.now, 'moved-to-common-platform'],
  )
  const moved = { people: listed.map(row => row.personId), appearances: listed.map(row => row.id) }
  await refreshList(ctx.tx, moved, today)
}
