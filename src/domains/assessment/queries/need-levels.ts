import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { NeedArea, NeedLevel } from '../questions/question.ts'

/** Null is not known, never low. */
export type NeedLevelThen = {
  readonly personId: string
  readonly assessmentId: string
  readonly area: NeedArea
  readonly score: number | null
  readonly level: NeedLevel | null
  readonly harmLinked: boolean | null
  readonly signedOn: LocalDate
  readonly teamCode: string | null
}

const columns = `person_id AS "personId", assessment_id AS "assessmentId", area, score, level,
  harm_linked AS "harmLinked", signed_on AS "signedOn", team_code AS "teamCode"`

/** The need levels of one person (all ids of the identity group), the earliest first. */
export function needLevelsOf(tx: Tx, group: readonly string[]): Promise<NeedLevelThen[]> {
  return tx.rows<NeedLevelThen>(
    `SELECT ${columns} FROM assessment.need_level
      WHERE person_id = ANY ($1) AND taken_back_at IS NULL ORDER BY signed_on, assessment_id, area`,
    [group],
  )
}

/** The level of each need as the newest assessment of every person of a region found it, signed since a day. People the
 *  viewer may not see are left out. A region of null is every region. */
export function newestNeedLevels(tx: Tx, regionCode: string | null, since: LocalDate): Promise<NeedLevelThen[]> {
  return tx.rows<NeedLevelThen>(
    `SELECT DISTINCT ON (person_id, area) ${columns} FROM assessment.need_level
      WHERE ($1::text IS NULL OR region_code = $1) AND signed_on >= $2 AND taken_back_at IS NULL
      ORDER BY person_id, area, signed_on DESC, assessment_id DESC`,
    [regionCode, since],
  )
}
