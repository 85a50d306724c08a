import type pg from 'pg'
import type { LedgerEntry } from './write-ledger.ts'
import type { Asked } from './writers.ts'

/** Looks every write up, part by part, in the database as its owner sees it. */
export async function whatIsThere(owner: pg.Client, asked: readonly Asked[]): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (const kind of ['message', 'note', 'outcome'] as const) {
    const own = asked.filter(one => one.kind === kind)
    const { rows } = await owner.query<{ id: string } & Record<string, string>>(lookUp[kind], [own.map(one => one.id)])
    const found = new Map(rows.map(({ id, ...parts }) => [id, parts]))
    for (const { id, acknowledged } of own) {
      const parts = Object.entries(found.get(id) ?? {}).map(([part, count]) => [part, Number(count)] as const)
      entries.push({ kind, id, acknowledged, found: Object.fromEntries(parts) })
    }
  }
  return entries
}

/** One row for each write asked for, with how often each part of it is there. */
const lookUp = {
  message: `
    SELECT asked.id,
           (SELECT count(*) FROM court.message m JOIN court.message_fate f ON f.message_id = m.id AND f.fate = 'stored'
             WHERE m.path_id = asked.id) AS message,
           (SELECT count(*) FROM court.hearing_case c JOIN court.court_case k ON k.id = c.case_id
             WHERE c.hearing_id = h.id) AS "case",
           (SELECT count(*) FROM court.hearing_day d WHERE d.hearing_id = h.id) AS day,
           (SELECT count(*) FROM court.appearance a JOIN court.defendant d ON d.id = a.defendant_id AND d.person_id = a.person_id
             WHERE a.hearing_id = h.id) AS defendant,
           (SELECT count(DISTINCT o.appearance_id) FROM court.appearance a
              JOIN court.offence o ON o.appearance_id = a.id AND o.person_id = a.person_id
             WHERE a.hearing_id = h.id) AS offences,
           (SELECT count(*) FROM court.appearance a JOIN person.person p ON p.person_id = a.person_id
              JOIN person.match_record r ON r.person_id = a.person_id WHERE a.hearing_id = h.id) AS person,
           (SELECT count(*) FROM court.appearance a JOIN court.list_place p ON p.appearance_id = a.id
              JOIN court.list_entry e ON e.id = p.id AND e.court_code = p.court_code AND e.day = p.day
             WHERE a.hearing_id = h.id) AS list,
           (SELECT count(*) FROM platform.audit_entry x WHERE x.what = 'court.take-in-hearing'
               AND x.body::jsonb #>> '{detail,hearingId}' = h.id::text
               AND x.body::jsonb #>> '{detail,messageId}' = (SELECT m.id::text FROM court.message m
                     JOIN court.message_fate f ON f.message_id = m.id AND f.fate = 'stored' WHERE m.path_id = asked.id LIMIT 1)
           ) AS audit,
           (SELECT count(*) FROM platform.outbox b WHERE b.type = 'hearing-listed' AND b.body ->> 'hearingId' = h.id::text) AS event
      FROM unnest($1::text[]) AS asked (id)
      LEFT JOIN court.hearing h ON h.key = 'COMMON_PLATFORM:' || asked.id`,
  note: `
    SELECT asked.id, count(n.id) AS note,
           count(x.n) AS audit
      FROM unnest($1::text[]) AS asked (id)
      LEFT JOIN court.note n ON n.body = 'Said in court: ' || asked.id
      LEFT JOIN platform.audit_entry x ON x.what = 'court.add-note' AND x.body::jsonb #>> '{detail,id}' = n.id::text
     GROUP BY asked.id`,
  outcome: `
    SELECT asked.id, count(o.id) AS outcome, count(c.id) AS change, count(x.n) AS audit
      FROM unnest($1::text[]) AS asked (id)
      LEFT JOIN court.outcome o ON o.appearance_id = asked.id::uuid
      LEFT JOIN court.outcome_change c ON c.outcome_id = o.id AND c.what = 'created'
      LEFT JOIN platform.audit_entry x ON x.what = 'court.outcome-created' AND x.body::jsonb #>> '{detail,outcomeId}' = o.id::text
     GROUP BY asked.id`,
} as const

/** Rows that point at something that is not there: half of a write that no ledger names. */
export async function orphans(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ what: string; n: string }>(`
    SELECT 'audit entries of a hearing that is not there' AS what, count(*) AS n FROM platform.audit_entry x
     WHERE x.what = 'court.take-in-hearing'
       AND NOT EXISTS (SELECT FROM court.hearing h WHERE h.id::text = x.body::jsonb #>> '{detail,hearingId}')
    UNION ALL
    SELECT 'events of a hearing that is not there', count(*) FROM platform.outbox b WHERE b.type = 'hearing-listed'
       AND NOT EXISTS (SELECT FROM court.hearing h WHERE h.id::text = b.body ->> 'hearingId')
    UNION ALL
    SELECT 'audit entries of a note that is not there', count(*) FROM platform.audit_entry x WHERE x.what = 'court.add-note'
       AND NOT EXISTS (SELECT FROM court.note n WHERE n.id::text = x.body::jsonb #>> '{detail,id}')
    UNION ALL
    SELECT 'messages without a fate', count(*) FROM court.message m
     WHERE NOT EXISTS (SELECT FROM court.message_fate f WHERE f.message_id = m.id)
    UNION ALL
    SELECT 'appearances without a hearing', count(*) FROM court.appearance a
     WHERE NOT EXISTS (SELECT FROM court.hearing h WHERE h.id = a.hearing_id)
    UNION ALL
    SELECT 'people without a stub', count(*) FROM person.person p
     WHERE NOT EXISTS (SELECT FROM person.stub s WHERE s.person_id = p.person_id)`)
  return rows.filter(row => Number(row.n) > 0).map(row => `${row.n} ${row.what}`)
}
