import type { Context } from '../../../platform/context/index.ts'

/** A case's unique reference number or list number, set out as it is stored; null for text that is neither. */
export function readCaseReference(typed: string): string | null {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/[\s/-]/g, '')
  const digits = text.replace(/\D/g, '').length
  return /^[A-Z0-9]{6,20}$/.test(text) && digits >= 4 ? text : null
}

/** The people charged in the cases of this reference, those whom the viewer may see. At most 50. */
export async function peopleOfReference(ctx: Context, reference: string): Promise<readonly string[]> {
  const rows = await ctx.tx.rows<{ personId: string }>(
    `SELECT DISTINCT defendant.person_id AS "personId"
       FROM court.court_case
       JOIN court.defendant ON defendant.case_id = court_case.id
      WHERE (court_case.urn = $1 OR court_case.case_no = $1) AND defendant.type = 'PERSON' LIMIT 50`,
    [reference],
  )
  return rows.map(row => row.personId)
}
