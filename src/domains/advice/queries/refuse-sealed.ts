import { Gone } from '../../../platform/errors/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

const text = 'This report is sealed: the plea was not guilty. It is not shown or disclosed.'

/** Throws Gone once the report of a request is sealed: nothing of it is shown, changed or disclosed. A sealed report is
 *  never opened again. Source: pre-sentence-report.md section 4. */
export async function refuseSealed(tx: Tx, group: readonly string[], requestId: string): Promise<void> {
  const sealed = await tx.maybe(
    `SELECT 1 FROM advice.request_act WHERE person_id = ANY ($1) AND request_id::text = $2 AND kind = 'sealed' LIMIT 1`,
    [group, requestId],
  )
  if (sealed) throw new Gone(text)
}
