import { readReference } from '../../../platform/reference/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** Low to very high; the four exclude each other (supervision record specification section 4). */
const roshLevels: Readonly<Record<string, number>> = { RLRH: 1, RMRH: 2, RHRH: 3, RVHR: 4 }
const staffRiskCodes = ['AV2S']

/** Adds the kinds of flag of the reference table registration-types.csv that are not there yet; running it again changes nothing.
 *  Throws, naming the row, when one has no code or description. */
export async function loadFlagTypes(tx: Tx): Promise<number> {
  const rows = readReference('person', 'registration-types.csv')
  rows.forEach((row, index) => {
    if (!row.code || !row.description) {
      throw new Error(`registration-types.csv row ${index + 2}: code or description is missing`)
    }
  })
  return tx.run(
    `INSERT INTO person.flag_type (code, name, rosh_level, staff_risk, notes, valid_from)
     SELECT code, name, rosh_level, staff_risk, nullif(notes, ''), '1900-01-01'
       FROM unnest($1::text[], $2::text[], $3::integer[], $4::boolean[], $5::text[])
         AS given (code, name, rosh_level, staff_risk, notes)
      WHERE NOT EXISTS (SELECT FROM person.flag_type WHERE flag_type.code = given.code)`,
    [
      rows.map(row => row.code!),
      rows.map(row => row.description!),
      rows.map(row => roshLevels[row.code!] ?? null),
      rows.map(row => staffRiskCodes.includes(row.code!)),
      rows.map(row => row.notes ?? ''),
    ],
  )
}
