import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { isId, newId } from '../../../platform/store/index.ts'
import { pathwayNeeds } from '../parameters/deliverable-options.ts'
import { areaByCode } from '../queries/delivery-catalogue.ts'

/** `pathwayId` null adds one; `version` is the one the user saw. */
export type KeepPathway = {
  readonly pathwayId: string | null
  readonly version: number
  readonly areaCode: string
  readonly need: string
  readonly name: string
  readonly owner: string | null
  readonly partner: string | null
  readonly howToRefer: string | null
  readonly reviewOn: LocalDate | null
  readonly gap: string | null
  readonly ended: boolean
}

const longestText = 2_000

/** Keeps a pathway to help with a need, with who owns it. A pathway without an owner may be kept: the directory shows
 *  it as a gap. Throws NotAllowed, NotFound, Conflict. */
export async function keepPathway(ctx: Context, input: KeepPathway): Promise<Result<{ readonly pathwayId: string }>> {
  ctx.may('organisation.keep-catalogue')
  const found: Problem[] = []
  const area = await areaByCode(ctx.tx, input.areaCode, ctx.today)
  if (!area) found.push({ field: 'areaCode', code: 'area-unknown', text: 'Choose an area of the list' })
  if (!pathwayNeeds.some(one => one.code === input.need)) {
    found.push({ field: 'need', code: 'need-unknown', text: 'Choose the need the pathway is for' })
  }
  if (input.name.trim() === '') found.push({ field: 'name', code: 'name-missing', text: 'Give the pathway a name' })
  for (const field of ['name', 'owner', 'partner', 'howToRefer', 'gap'] as const) {
    if ((input[field] ?? '').length <= longestText) continue
    found.push({ field, code: 'too-long', text: `Shorten this to ${longestText} characters or fewer` })
  }
  if (found.length > 0) return problems(...found)
  const before = input.pathwayId === null ? 0 : await currentVersion(ctx, input.pathwayId, input.version)
  const pathwayId = input.pathwayId ?? newId()
  await ctx.tx.run(
    `INSERT INTO organisation.pathway (pathway_id, version, area_code, need, name, owner, partner, how_to_refer,
       review_on, gap, ended, kept_at, kept_by, kept_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      pathwayId,
      before + 1,
      input.areaCode,
      input.need,
      input.name.trim(),
      input.owner,
      input.partner,
      input.howToRefer,
      input.reviewOn,
      input.gap,
      input.ended,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
    ],
  )
  ctx.record('alter', 'organisation.keep-pathway', [], { detail: { pathwayId, version: before + 1 } })
  return ok({ pathwayId })
}

async function currentVersion(ctx: Context, pathwayId: string, seen: number): Promise<number> {
  const latest = isId(pathwayId)
    ? await ctx.tx.maybe<{ version: number }>(
        'SELECT max(version) AS version FROM organisation.pathway WHERE pathway_id = $1 HAVING count(*) > 0',
        [pathwayId],
      )
    : undefined
  if (!latest) throw new NotFound('There is no such pathway.')
  if (latest.version !== seen) throw new Conflict('Someone else has changed this pathway. Look at it again.')
  return latest.version
}
