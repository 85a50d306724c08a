import type { FastifyRequest } from 'fastify'
import type { Answers, FileGiven } from './page.ts'
import { answersOf } from './query.ts'

const megabyte = 1024 * 1024

/** The most the server reads of a form with files; a domain may allow less, never more. */
export const uploadLimits = { fileSize: 50 * megabyte, files: 10, fields: 100, fieldSize: megabyte, parts: 110 }

export type ReadForm = { readonly answers: Answers; readonly files: readonly FileGiven[] }

/** The fields and files of a posted form. It is read before a transaction is opened: a slow line must not hold one.
 *  Throws an error with statusCode 413 for a file or form that is too large. */
export async function readForm(request: FastifyRequest): Promise<ReadForm> {
  if (!request.isMultipart()) return { answers: answersOf(request.body), files: [] }
  const fields: Record<string, string | string[]> = Object.create(null)
  const files: FileGiven[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await part.toBuffer()
      // A file field left empty comes as a part without a name.
      if (part.filename !== '' && part.filename !== undefined) {
        files.push({ field: part.fieldname, name: part.filename, content })
      }
    } else if (typeof part.value === 'string') {
      const before = fields[part.fieldname]
      fields[part.fieldname] = before === undefined ? part.value : [before, part.value].flat()
    }
  }
  return { answers: answersOf(fields), files }
}
