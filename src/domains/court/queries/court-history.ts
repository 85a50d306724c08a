import type { Instant, LocalDate, LocalTime } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { CourtOffence } from '../model.ts'

/** One appearance of the person at a hearing. `day` is null for a hearing of which no day is known. */
export type PastHearing = {
  readonly personId: string
  readonly appearanceId: string
  readonly day: LocalDate | null
  readonly startsAt: LocalTime | null
  readonly courtCode: string | null
  readonly courtName: string | null
  readonly room: string | null
  readonly hearingType: string | null
  readonly source: string
  readonly urn: string | null
  readonly caseNo: string | null
  readonly attendance: string | null
  readonly removedBecause: string | null
  readonly deleted: boolean
  readonly offences: readonly Pick<CourtOffence, 'code' | 'title' | 'plea' | 'verdict' | 'results'>[]
  readonly notes: readonly { readonly id: string; readonly body: string; readonly by: string; readonly at: Instant }[]
  readonly outcome: {
    readonly types: readonly string[]
    readonly heldReason: string | null
    readonly resultedAt: Instant | null
  } | null
}

/** Every hearing of one person (all ids of the identity group), the newest day first, those to come above them. */
export function courtHistoryOf(tx: Tx, group: readonly string[]): Promise<readonly PastHearing[]> {
  return tx.rows<PastHearing>(
    `SELECT appearance.person_id AS "personId", appearance.id AS "appearanceId", first.day, first.starts_at AS "startsAt",
            coalesce(first.court_code, hearing.court_code) AS "courtCode", hearing.court_name AS "courtName", first.room,
            hearing.hearing_type AS "hearingType", court_case.source, court_case.urn, court_case.case_no AS "caseNo",
            appearance.attendance, appearance.removed_because AS "removedBecause",
            hearing.deleted_at IS NOT NULL AS deleted,
            coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', o.code, 'title', o.title,
                               'plea', o.plea, 'verdict', o.verdict)) || jsonb_build_object('results', o.results)
                               ORDER BY o.sequence, o.id)
                        FROM court.offence o
                       WHERE o.person_id = appearance.person_id AND o.appearance_id = appearance.id), '[]') AS offences,
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body, 'by', n.author_name,
                               'at', n.written_at) ORDER BY n.written_at)
                        FROM court.note n WHERE n.person_id = appearance.person_id
                         AND n.appearance_id = appearance.id AND n.deleted_at IS NULL), '[]') AS notes,
            (SELECT jsonb_build_object('types', to_jsonb(u.types), 'heldReason', u.held_reason,
                               'resultedAt', u.resulted_at)
               FROM court.outcome u WHERE u.person_id = appearance.person_id AND u.appearance_id = appearance.id
              ORDER BY u.created_at DESC LIMIT 1) AS outcome
       FROM court.appearance
       JOIN court.hearing ON hearing.id = appearance.hearing_id
       JOIN court.court_case ON court_case.id = appearance.case_id
       LEFT JOIN LATERAL (SELECT day, starts_at, court_code, room FROM court.hearing_day
                           WHERE hearing_day.hearing_id = hearing.id ORDER BY day, starts_at LIMIT 1) AS first ON true
      WHERE appearance.person_id = ANY ($1)
      ORDER BY first.day DESC NULLS LAST, first.starts_at DESC, appearance.id DESC LIMIT 500`,
    [group],
  )
}

/** What a court result proposes for the record and nobody has accepted or refused yet. */
export type WaitingProposal = {
  readonly personId: string
  readonly id: string
  readonly appearanceId: string
  readonly kind: 'order' | 'requirement' | 'breach-outcome'
  readonly change: 'new' | 'changed' | 'withdrawn'
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
}

/** The proposals about one person that wait for a decision, the oldest hearing first. */
export function proposalsWaitingFor(tx: Tx, group: readonly string[]): Promise<readonly WaitingProposal[]> {
  return tx.rows<WaitingProposal>(
    `SELECT person_id AS "personId", id, appearance_id AS "appearanceId", kind, change, court_code AS "courtCode", hearing_day AS "hearingDay"
       FROM court.proposal
      WHERE person_id = ANY ($1) AND accepted_at IS NULL AND refused_at IS NULL AND replaced_at IS NULL
      ORDER BY hearing_day, id`,
    [group],
  )
}
