import { ageOn, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { characteristicsOf, identityGroups } from '../../person/index.ts'
import type { ConcordanceOutcome } from '../rules/concordance.ts'
import type { ComparedCase } from '../rules/concordance-report.ts'

type Row = {
  readonly personId: string
  readonly requestId: string
  readonly courtCode: string
  readonly sentencedOn: LocalDate
  readonly outcome: ConcordanceOutcome
  readonly overridden: boolean
  readonly authorName: string
}

/** Proposals compared with a sentence of the days, newest first, with what the report is broken down by. Ethnicity is
 *  read here, after the sentence, to see whether outcomes differ; no proposal is ever made from it. People the viewer
 *  may not see are not among them. */
export async function comparedCases(tx: Tx, from: LocalDate, to: LocalDate): Promise<readonly ComparedCase[]> {
  const rows = await tx.rows<Row>(
    `SELECT person_id AS "personId", request_id AS "requestId", court_code AS "courtCode",
            sentenced_on AS "sentencedOn", outcome, overridden, author_name AS "authorName"
       FROM advice.proposal_outcome WHERE sentenced_on BETWEEN $1 AND $2
      ORDER BY sentenced_on DESC, id DESC`,
    [from, to],
  )
  const groups = await identityGroups(
    tx,
    rows.map(row => row.personId),
  )
  const shown = (row: Row) => groups.get(row.personId)?.[0] ?? row.personId
  const found = await characteristicsOf(tx, rows.map(shown))
  return rows.flatMap(row => {
    const person = found.get(shown(row))
    if (!person) return []
    const born = person.dateOfBirth
    return [
      {
        ...row,
        sex: person.sex === 'male' || person.sex === 'female' ? person.sex : null,
        age: born !== null && born <= row.sentencedOn ? ageOn(born, row.sentencedOn) : null,
        ethnicity: person.ethnicity,
      },
    ]
  })
}
