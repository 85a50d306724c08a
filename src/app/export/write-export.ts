import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { Context } from '../../platform/context/index.ts'
import { ok, problems, type Result } from '../../platform/errors/index.ts'
import { type ExportKind, exportKinds, schemaOf } from './export-kind.ts'

export type Export = {
  readonly folder: string
  /** One person: every id of their identity group. Null: everyone the viewer may see. */
  readonly people: readonly string[] | null
  /** To whom it goes: written to the audit trail as a disclosure. */
  readonly recipient: string
  readonly why: string
  readonly progress?: (done: number, of: number) => void
}

export type Exported = { readonly files: number; readonly rows: number; readonly people: number }

/** Row security keeps a hidden person's rows back; the slim rows everybody may read (stub, limits) go with them. */
const notHidden = `WHERE NOT EXISTS (
    SELECT FROM person.stub s WHERE s.person_id = t.person_id AND (s.excluded OR s.restricted)
       AND NOT EXISTS (SELECT FROM person.person p WHERE p.person_id = s.person_id))`
const rowsAtATime = 1000
const peopleInOneEntry = 1000

/** Writes the record in an open form: for each kind `KIND.jsonl` and `schema/KIND.schema.json`. Row security decides what
 *  the viewer's export holds, exactly as it does for their screens. Every person given out is in the audit trail.
 *  Problems: a folder that already holds something. */
export async function writeExport(ctx: Context, wanted: Export): Promise<Result<Exported>> {
  try {
    await mkdir(path.dirname(wanted.folder), { recursive: true })
    await mkdir(wanted.folder, { recursive: false })
  } catch {
    return problems({
      field: 'folder',
      code: 'not-new',
      text: `${wanted.folder} cannot be made, or is there already: name a new folder`,
    })
  }
  await mkdir(path.join(wanted.folder, 'schema'))
  const kinds = (await exportKinds(ctx.tx)).filter(kind => wanted.people === null || kind.personOwned)
  const people = new Set<string>()
  let rows = 0
  for (const [index, kind] of kinds.entries()) {
    const schema = await schemaOf(ctx.tx, kind)
    await writeFile(
      path.join(wanted.folder, 'schema', `${kind.name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    )
    rows += await writeKind(ctx, kind, wanted, people)
    wanted.progress?.(index + 1, kinds.length)
  }
  const given = [...people]
  for (let at = 0; at < given.length; at += peopleInOneEntry) {
    ctx.record('disclose', 'export', given.slice(at, at + peopleInOneEntry), {
      recipient: wanted.recipient,
      justification: wanted.why,
    })
  }
  return ok({ files: kinds.length, rows, people: people.size })
}

async function writeKind(ctx: Context, kind: ExportKind, wanted: Export, people: Set<string>): Promise<number> {
  const out = createWriteStream(path.join(wanted.folder, `${kind.name}.jsonl`), { encoding: 'utf8' })
  const only = !kind.personOwned
    ? ''
    : wanted.people
      ? `WHERE person_id IN (${wanted.people.map(id => `'${checkedId(id)}'`).join(', ')})`
      : notHidden
  await ctx.tx.bare(
    `DECLARE export_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM ${kind.name} t ${only}`,
  )
  let rows = 0
  for (;;) {
    const batch = await ctx.tx.rows<{ line: string }>(`FETCH ${rowsAtATime} FROM export_rows`)
    if (batch.length === 0) break
    rows += batch.length
    for (const { line } of batch) {
      if (kind.personOwned) people.add((JSON.parse(line) as { person_id: string }).person_id)
      if (!out.write(`${line}\n`)) await once(out, 'drain')
    }
  }
  await ctx.tx.bare('CLOSE export_rows')
  out.end()
  await finished(out)
  return rows
}

/** A cursor takes no parameters, so the ids are written out; nothing but an id gets through. */
function checkedId(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not an id')
  return id
}
