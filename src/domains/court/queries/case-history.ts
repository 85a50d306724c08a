import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { CourtOffence } from '../model.ts'

export type Remark = {
  readonly id: string
  readonly body: string
  readonly author: string
  readonly authorName: string
  readonly writtenAt: string
  readonly editedAt: string | null
  readonly version: number
}

export type HearingOfCase = {
  readonly appearanceId: string
  readonly hearingId: string
  readonly caseId: string
  readonly day: LocalDate
  readonly startsAt: string
  readonly courtCode: string | null
  readonly courtName: string | null
  readonly room: string | null
  readonly hearingType: string | null
  readonly removed: boolean
  readonly preparation: string
  readonly attendance: string | null
  readonly outcomeTypes: readonly string[]
  readonly resultedAt: string | null
  readonly notes: readonly Remark[]
  readonly offences: readonly Pick<CourtOffence, 'code' | 'title' | 'plea' | 'verdict' | 'results'>[]
}

const remark = (
  table: string,
) => `jsonb_build_object('id', ${table}.id, 'body', ${table}.body, 'author', ${table}.author,
  'authorName', ${table}.author_name, 'writtenAt', ${table}.written_at, 'editedAt', ${table}.edited_at,
  'version', ${table}.version) ORDER BY ${table}.written_at`

/** Every hearing of these people (the ids of one person), newest first, with notes, outcome and results: the court
 *  history of the record, and the history of a case when it is filtered by case. */
export function courtHistory(tx: Tx, group: readonly string[]): Promise<HearingOfCase[]> {
  return tx.rows<HearingOfCase>(
    `SELECT a.id AS "appearanceId", a.hearing_id AS "hearingId", coalesce(c.merged_into, a.case_id) AS "caseId", sitting.day,
            to_char(sitting.starts_at, 'HH24:MI') AS "startsAt", coalesce(sitting.court_code, h.court_code) AS "courtCode",
            h.court_name AS "courtName", sitting.room, h.hearing_type AS "hearingType",
            coalesce(h.deleted_at, a.removed_at) IS NOT NULL AS removed, a.preparation, a.attendance,
            coalesce(o.types, '{}') AS "outcomeTypes", o.resulted_at AS "resultedAt",
            coalesce((SELECT jsonb_agg(${remark('n')}) FROM court.note n
                       WHERE n.person_id = a.person_id AND n.appearance_id = a.id AND n.deleted_at IS NULL), '[]') AS notes,
            coalesce((SELECT jsonb_agg(jsonb_build_object('code', f.code, 'title', f.title, 'plea', f.plea,
                       'verdict', f.verdict, 'results', f.results) ORDER BY f.sequence, f.id)
                       FROM court.offence f WHERE f.person_id = a.person_id AND f.appearance_id = a.id), '[]') AS offences
       FROM court.appearance a
       JOIN court.hearing h ON h.id = a.hearing_id
       JOIN court.court_case c ON c.id = a.case_id
       JOIN LATERAL (SELECT * FROM court.hearing_day d WHERE d.hearing_id = a.hearing_id ORDER BY d.day, d.starts_at LIMIT 1)
         sitting ON true
       LEFT JOIN court.outcome o ON o.person_id = a.person_id AND o.appearance_id = a.id
      WHERE a.person_id = ANY ($1)
      ORDER BY sitting.day DESC, sitting.starts_at DESC, a.id`,
    [group],
  )
}

/** The comments on a case and those merged into it, oldest first. */
export function commentsOf(tx: Tx, personId: string, caseId: string): Promise<Remark[]> {
  return tx.rows<Remark>(
    `SELECT k.id, k.body, k.author, k.author_name AS "authorName", k.written_at AS "writtenAt", k.edited_at AS "editedAt", k.version
       FROM court.comment k JOIN court.court_case c ON c.id = k.case_id
      WHERE k.person_id = $1 AND coalesce(c.merged_into, c.id) = $2 AND k.deleted_at IS NULL ORDER BY k.written_at, k.id`,
    [personId, caseId],
  )
}

export type DocumentShown = {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly addedBy: string
  readonly addedByName: string
  readonly addedAt: string
}

/** The files of a case and those merged into it, newest first, without their content. */
export function documentsOf(tx: Tx, personId: string, caseId: string): Promise<DocumentShown[]> {
  return tx.rows<DocumentShown>(
    `SELECT k.id, k.file_name AS "fileName", k.media_type AS "mediaType", k.bytes, k.added_by AS "addedBy",
            k.added_by_name AS "addedByName", k.added_at AS "addedAt"
       FROM court.document k JOIN court.court_case c ON c.id = k.case_id
      WHERE k.person_id = $1 AND coalesce(c.merged_into, c.id) = $2 AND k.deleted_at IS NULL ORDER BY k.added_at DESC, k.id`,
    [personId, caseId],
  )
}
