import type { LimitsPort } from '../../../platform/context/index.ts'
import { liveOn } from '../access-flags.ts'

type Limits = Awaited<ReturnType<LimitsPort>>

/** The two short lists the row policies need: restricted people the user (or the user's provider) is named on, and
 *  people the user is barred from, each with everyone linked to them. A live break-glass opens its one person.
 *  Source: access specification section 2; stack specification section 5, rule 2. */
export const limitsOf: LimitsPort = async (tx, viewer, today) => {
  const rows = await tx.rows<{ personId: string; kind: string }>(
    `SELECT person_id AS "personId", kind FROM person.access_limit
      WHERE ((subject_kind = 'user' AND subject = $1) OR (subject_kind = 'provider' AND subject = $2))
        AND ${liveOn('$3')}
     UNION
     SELECT person_id, 'break-glass' FROM person.break_glass
      WHERE username = $1 AND ended_at IS NULL AND started_at <= now() AND ends_at > now()`,
    [viewer.username.toLowerCase(), viewer.providerCode ?? '', today],
  )
  if (rows.length === 0) return { allowed: [], barred: [] }

  const links = await tx.rows<{ personId: string; memberId: string }>(
    `WITH mine AS MATERIALIZED (
       SELECT given.id, coalesce(link.survivor_id, given.id) AS survivor_id
         FROM unnest($1::uuid[]) AS given (id) LEFT JOIN person.identity_link link ON link.person_id = given.id
     )
     SELECT id AS "personId", survivor_id AS "memberId" FROM mine
      UNION ALL
     SELECT mine.id, link.person_id FROM mine JOIN person.identity_link link ON link.survivor_id = mine.survivor_id`,
    [[...new Set(rows.map(row => row.personId))]],
  )
  const groups = (kind: string) => {
    const named = new Set(rows.filter(row => row.kind === kind).map(row => row.personId))
    return links.filter(link => named.has(link.personId)).map(link => link.memberId)
  }
  const glass = new Set(groups('break-glass'))
  const limits: Limits = {
    allowed: [...new Set([...groups('restriction'), ...glass])],
    barred: [...new Set(groups('exclusion'))].filter(id => !glass.has(id)),
  }
  return limits
}
