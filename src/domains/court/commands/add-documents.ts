import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context/index.ts'
import { Gone, NotAllowed, NotFound, ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { documentLimits } from '../parameters/documents.ts'
import { appearanceForChange, flagsOf } from '../store/appearance-store.ts'

export type FileGiven = { readonly name: string; readonly content: Buffer }

/** Adds files to the defendant's case: all of them, or none when one cannot be taken. */
export async function addDocuments(
  ctx: Context,
  input: { readonly appearanceId: string; readonly files: readonly FileGiven[] },
): Promise<Result<{ readonly ids: readonly string[] }>> {
  ctx.may('court.add-document')
  const at = await appearanceForChange(ctx.tx, input.appearanceId)
  const { value: limits } = documentLimits.on(ctx.today)
  const wrong = mistakesIn(input.files, limits)
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const flags = await flagsOf(ctx.tx, at)
  const ids: string[] = []
  for (const { name, content } of input.files) {
    const id = newId()
    ids.push(id)
    await ctx.tx.run(
      `INSERT INTO court.document (person_id, id, case_id, defendant_id, file_name, media_type, bytes, sha256, content,
         added_by, added_by_name, added_at, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        at.personId,
        id,
        at.caseId,
        at.defendantId,
        plainName(name),
        limits.mediaTypes[extensionOf(name)] ?? 'application/octet-stream',
        content.length,
        createHash('sha256').update(content).digest(),
        content,
        ctx.viewer.username,
        ctx.viewer.name,
        ctx.now,
        flags.excluded,
        flags.restricted,
      ],
    )
  }
  ctx.record('collect', 'court.add-documents', [at.personId], { detail: { ids } })
  return ok({ ids })
}

/** Takes a file off the case; it is kept. Only who added it. */
export async function deleteDocument(ctx: Context, input: { readonly id: string }): Promise<Result<undefined>> {
  ctx.may('court.add-document')
  const held = await ctx.tx.maybe<{ personId: string; addedBy: string; deleted: boolean }>(
    `SELECT person_id AS "personId", added_by AS "addedBy", deleted_at IS NOT NULL AS deleted
       FROM court.document WHERE id = $1 FOR UPDATE`,
    [input.id],
  )
  if (!held) throw new NotFound('This document does not exist')
  if (held.deleted) throw new Gone('This document was deleted')
  if (held.addedBy !== ctx.viewer.username) {
    throw new NotAllowed('Only who added a document deletes it', 'court.add-document', [held.personId])
  }
  await ctx.tx.run(
    'UPDATE court.document SET deleted_at = $3, deleted_by = $4, version = version + 1 WHERE person_id = $1 AND id = $2',
    [held.personId, input.id, ctx.now, ctx.viewer.username],
  )
  ctx.record('alter', 'court.delete-document', [held.personId], { detail: { id: input.id } })
  return ok()
}

export type OpenedDocument = { readonly fileName: string; readonly mediaType: string; readonly content: Buffer }

/** The content of a file, for the download; the look is audited. */
export async function openDocument(ctx: Context, id: string): Promise<OpenedDocument> {
  ctx.may('court.see-list')
  const held = await ctx.tx.maybe<OpenedDocument & { personId: string }>(
    `SELECT person_id AS "personId", file_name AS "fileName", media_type AS "mediaType", content
       FROM court.document WHERE id = $1 AND deleted_at IS NULL`,
    [id],
  )
  if (!held) throw new NotFound('This document does not exist')
  ctx.look('court.document', [held.personId], { detail: { id } })
  return held
}

function mistakesIn(
  files: readonly FileGiven[],
  limits: {
    readonly megabytes: number
    readonly atOnce: number
    readonly mediaTypes: Readonly<Record<string, string>>
  },
): readonly Problem[] {
  if (files.length === 0) return [{ field: 'files', code: 'missing', text: 'Select a file' }]
  if (files.length > limits.atOnce) {
    return [{ field: 'files', code: 'too-many', text: `Select no more than ${limits.atOnce} files at once` }]
  }
  return files.flatMap(({ name, content }): readonly Problem[] => {
    const shown = plainName(name)
    if (!Object.hasOwn(limits.mediaTypes, extensionOf(name))) {
      const text = `${shown} cannot be added. Use one of: ${Object.keys(limits.mediaTypes).join(', ')}`
      return [{ field: 'files', code: 'extension', text }]
    }
    if (content.length > limits.megabytes * 1024 * 1024) {
      return [{ field: 'files', code: 'too-large', text: `${shown} must be smaller than ${limits.megabytes} MB` }]
    }
    return content.length === 0 ? [{ field: 'files', code: 'empty', text: `${shown} is empty` }] : []
  })
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The name alone, without a path or control characters, no longer than 200 characters. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return (
    [...last]
      .filter(character => character >= ' ' && character !== '\u007f')
      .join('')
      .slice(-200) || 'file'
  )
}
