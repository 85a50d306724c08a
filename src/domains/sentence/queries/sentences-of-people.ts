import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { DisposalFamily, TerminationReason } from '../model.ts'

/** A sentence with only what counting asks of it. */
export type SentenceToCount = {
  readonly personId: string
  readonly id: string
  readonly courtCode: string | null
  readonly family: DisposalFamily
  readonly sentencedOn: LocalDate
  /** Until when it ran or runs; null when its end is not known. */
  readonly endedOn: LocalDate | null
  readonly terminationReason: TerminationReason | null
  /** Null for an offence that was recorded without a code. */
  readonly offenceCodes: readonly (string | null)[]
}

/** The people sentenced in a period, both days included; those the viewer may not see are not among them. */
export async function peopleSentencedBetween(tx: Tx, from: LocalDate, to: LocalDate): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(
    'SELECT DISTINCT person_id AS id FROM sentence.disposal WHERE sentenced_on BETWEEN $1 AND $2 ORDER BY person_id',
    [from, to],
  )
  return rows.map(row => row.id)
}

/** Every sentence of these people, the earliest first. */
export function sentencesOfPeople(tx: Tx, personIds: readonly string[]): Promise<readonly SentenceToCount[]> {
  return tx.rows<SentenceToCount>(
    `SELECT d.person_id AS "personId", d.id, e.court_code AS "courtCode", d.family, d.sentenced_on AS "sentencedOn",
            least(d.terminated_on, d.ends_on) AS "endedOn", d.termination_reason AS "terminationReason",
            coalesce((SELECT jsonb_agg(o.code ORDER BY o.main DESC, o.id) FROM sentence.offence o
                       WHERE o.person_id = d.person_id AND o.event_id = d.event_id), '[]') AS "offenceCodes"
       FROM sentence.disposal d JOIN sentence.event e ON e.person_id = d.person_id AND e.id = d.event_id
      WHERE d.person_id = ANY ($1) ORDER BY d.sentenced_on, d.id`,
    [personIds],
  )
}
