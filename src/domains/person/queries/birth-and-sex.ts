import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { Sex } from '../model.ts'

/** The two facts of a person that a proposal may use where law or a programme's criteria name them, and nothing else:
 *  ethnicity, religion and nationality are not read here and must not be added. Undefined when the viewer may not see
 *  the person. */
export function birthAndSexOf(
  tx: Tx,
  personId: string,
): Promise<{ readonly dateOfBirth: LocalDate | null; readonly sex: Sex } | undefined> {
  return tx.maybe<{ dateOfBirth: LocalDate | null; sex: Sex }>(
    'SELECT date_of_birth AS "dateOfBirth", sex FROM person.person WHERE person_id = $1',
    [personId],
  )
}
