import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { personByCrn } from '../identity-group.ts'
import { purposes } from '../parameters/access-rules.ts'

const longestWords = 2000

/** Says why the viewer needs to see a person managed in another region. Holds for that user, person and day. */
export async function givePurpose(
  ctx: Context,
  { crn, code, words }: { readonly crn: string; readonly code: string; readonly words: string },
): Promise<Result<undefined>> {
  ctx.may('person.view')
  const found = await personByCrn(ctx.tx, crn)
  if (!found) throw new NotFound('No person has that CRN.')
  const purpose = purposes.on(ctx.today).value.find(one => one.code === code)
  if (!purpose) {
    return problems({ field: 'code', code: 'purpose-missing', text: 'Choose why you need to see this record' })
  }
  const said = words.trim()
  if (purpose.wordsNeeded && said === '') {
    return problems({ field: 'words', code: 'purpose-words-missing', text: 'Say why you need to see this record' })
  }
  if (said.length > longestWords) {
    return problems({
      field: 'words',
      code: 'purpose-words-too-long',
      text: `Shorten your reason to ${longestWords} characters or fewer`,
    })
  }
  await ctx.tx.run(
    `INSERT INTO person.purpose (person_id, id, username, day, code, words, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [found.personId, newId(), ctx.viewer.username.toLowerCase(), ctx.today, code, said || null, ctx.now],
  )
  ctx.record('consult', 'person.give-purpose', [found.personId], {
    justification: [code, said].filter(Boolean).join(': '),
  })
  return ok(undefined)
}
