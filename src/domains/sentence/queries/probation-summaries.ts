import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** What a court list shows of a record: the words of court specification section 6. A report asked for is `advice`,
 *  which does not exist yet, so awaiting a report is not known here. */
export type ProbationSummary = {
  readonly status: 'CURRENT' | 'PREVIOUSLY_KNOWN' | 'NOT_SENTENCED' | 'NO_RECORD'
  readonly endedOn: LocalDate | null
  readonly breach: boolean
  readonly suspendedSentenceOrder: boolean
  readonly awaitingPsr: 'not known'
}

export const noRecord: ProbationSummary = {
  status: 'NO_RECORD',
  endedOn: null,
  breach: false,
  suspendedSentenceOrder: false,
  awaitingPsr: 'not known',
}

/** Enforcement records that count as breach (court specification, section 6). */
const breachProcesses = ['BRE', 'BRES']

type DisposalRow = { personId: string; family: string; endedOn: LocalDate | null; active: boolean }

/** The summary of each person with a record; `groups` holds all ids of each person, the survivor first. Two queries
 *  whatever the number of people. */
export async function probationSummaries(
  tx: Tx,
  groups: ReadonlyMap<string, readonly string[]>,
  asAt: LocalDate,
): Promise<ReadonlyMap<string, ProbationSummary>> {
  const ids = [...new Set([...groups.values()].flat())]
  if (ids.length === 0) return new Map()
  const disposals = await tx.rows<DisposalRow>(
    `SELECT person_id AS "personId", family, least(terminated_on, ends_on) AS "endedOn",
            CASE WHEN terminated_on IS NOT NULL THEN terminated_on > $2 ELSE ends_on IS NULL OR ends_on >= $2 END AS active
       FROM sentence.disposal WHERE person_id = ANY ($1)`,
    [ids, asAt],
  )
  const breaches = await tx.rows<{ personId: string }>(
    `SELECT DISTINCT person_id AS "personId" FROM sentence.process
      WHERE person_id = ANY ($1) AND type = ANY ($2) AND ended_on IS NULL`,
    [ids, breachProcesses],
  )
  const inBreach = new Set(breaches.map(row => row.personId))
  return new Map(
    [...groups].map(([id, group]) => [
      id,
      summary(
        disposals.filter(row => group.includes(row.personId)),
        group.some(one => inBreach.has(one)),
      ),
    ]),
  )
}

function summary(disposals: readonly DisposalRow[], breach: boolean): ProbationSummary {
  const active = disposals.filter(row => row.active)
  const suspendedSentenceOrder = active.some(row => row.family === 'suspended-sentence')
  const facts = { breach, suspendedSentenceOrder, awaitingPsr: 'not known' as const }
  if (active.length > 0) return { status: 'CURRENT', endedOn: null, ...facts }
  if (disposals.length === 0) return { status: 'NOT_SENTENCED', endedOn: null, ...facts }
  const ends = disposals.flatMap(row => row.endedOn ?? []).sort()
  return { status: 'PREVIOUSLY_KNOWN', endedOn: ends.at(-1) ?? null, ...facts }
}
