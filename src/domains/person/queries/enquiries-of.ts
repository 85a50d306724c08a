import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { type EnquiryStep, standingOf } from '../rules/enquiries.ts'

export type EnquiryStepOnRecord = EnquiryStep & {
  readonly id: string
  readonly words: string | null
  /** Holds third-party or victim information: kept out of every disclosure and of whatever the person is shown. */
  readonly thirdParty: boolean
  readonly at: Instant
  readonly byName: string
}

export type EnquiryOnRecord = {
  readonly personId: string
  readonly id: string
  readonly kind: string
  readonly askedOf: string
  readonly question: string | null
  readonly askedOn: LocalDate
  readonly recordedAt: Instant
  readonly recordedBy: string
  readonly recordedByName: string
  readonly version: number
  readonly steps: readonly EnquiryStepOnRecord[]
}

const columns = `
  enquiry.person_id AS "personId", enquiry.id, enquiry.kind, enquiry.asked_of AS "askedOf", enquiry.question,
  enquiry.asked_on AS "askedOn", enquiry.recorded_at AS "recordedAt", enquiry.recorded_by AS "recordedBy",
  enquiry.recorded_by_name AS "recordedByName", enquiry.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', step.id, 'kind', step.kind, 'on', step.on_day,
                     'found', step.found, 'words', step.words, 'thirdParty', step.third_party,
                     'at', to_char(step.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                     'byName', step.by_name) ORDER BY step.at, step.id)
              FROM person.enquiry_step step
             WHERE step.person_id = enquiry.person_id AND step.enquiry_id = enquiry.id), '[]') AS steps`

/** Every enquiry about one person (all ids of the identity group), the one asked last first, with what came of it. */
export function enquiriesOf(tx: Tx, group: readonly string[]): Promise<readonly EnquiryOnRecord[]> {
  return tx.rows<EnquiryOnRecord>(
    `SELECT ${columns} FROM person.enquiry
      WHERE enquiry.person_id = ANY ($1) ORDER BY enquiry.asked_on DESC, enquiry.recorded_at DESC, enquiry.id`,
    [group],
  )
}

/** Enquiries this account sent that are overdue on the day, the longest waiting first. About people the viewer may not
 *  see there are none. */
export async function enquiriesOverdueBy(
  tx: Tx,
  username: string,
  asAt: LocalDate,
): Promise<readonly EnquiryOnRecord[]> {
  const open = await tx.rows<EnquiryOnRecord>(
    `SELECT ${columns} FROM person.enquiry
      WHERE enquiry.recorded_by = $1
        AND NOT EXISTS (SELECT FROM person.enquiry_step step
                         WHERE step.person_id = enquiry.person_id AND step.enquiry_id = enquiry.id
                           AND step.kind IN ('answered', 'closed-unreturned'))
      ORDER BY enquiry.asked_on, enquiry.id`,
    [username],
  )
  return open.filter(enquiry => standingOf(enquiry, asAt) === 'overdue')
}
