import type { Context } from '../../../platform/context/index.ts'
import type { Database } from '../../../platform/store/index.ts'
import { laterOf, messageOrder } from '../rules/message-order.ts'
import { refreshList } from '../store/list-store.ts'
import { removeFromHearing, storedCases } from '../store/listing-store.ts'
import { insertLinkDecisions, replaceCandidates } from '../store/match-store.ts'
import { type Fate, laterArrived } from '../store/message-store.ts'
import { listCaseGoneOn, mergeListCase } from './adopt-list-case.ts'
import { identifyDefendants } from './identify-defendants.ts'
import { type ListingMessage, type PlanMode, type PlannedCase, planCase } from './listing-plan.ts'
import { type Located, locateListing } from './locate-listing.ts'
import { proposeFromResults } from './propose-from-results.ts'
import { raiseAlerts } from './raise-alerts.ts'
import { type WrittenDefendant, writeCases, writeDefendants, writeHearing } from './write-listing.ts'

/** `people`: whom the message is about. */
export type Applied = { readonly fates: readonly Fate[]; readonly people: readonly string[] }

/** Takes one hearing, list case or result message into the record, inside the caller's transaction: find or make the
 *  hearing and its cases, decide whether the message may change them, compare by value, match, write, propose. */
export async function applyListing(
  ctx: Context,
  db: Database,
  message: ListingMessage,
  messageId: string,
  again = false,
): Promise<Applied> {
  const located = await locateListing(ctx.tx, message, ctx.now)
  const { hearing } = located
  const hasResults = message.cases.some(one =>
    one.defendants.some(defendant => defendant.offences.some(offence => offence.results.length > 0)),
  )
  const order = messageOrder(hearing, { sharedTime: message.sharedTime, hasResults }).outcome
  if (order === 'older' || order === 'deleted') {
    return ignored(ctx, message, located, order === 'older' ? 'older-than-stored' : 'hearing-deleted')
  }
  if (again && !message.sharedTime && (await laterArrived(ctx.tx, messageId, hearing.id))) {
    return ignored(ctx, message, located, 'older-than-stored')
  }
  if (message.source === 'LIBRA' && located.cases.every(one => one.merged)) {
    return ignored(ctx, message, located, 'moved-to-common-platform')
  }
  const mode = planMode(message, located, order)
  const stored = hearing.isNew && located.cases.every(one => one.isNew) ? undefined : await storedOf(ctx, located)
  const planned = located.cases.map(one => planCase(message, one.sent, stored?.get(one.id) ?? emptyCase(one.id), mode))
  const dropped = mode.kind === 'replace' && !hearing.isNew ? await dropCases(ctx, located) : false
  if (!dropped && !hearing.deletedAt && planned.every(one => one.change === 'unchanged')) {
    await rememberSharedTime(ctx, located, message, mode)
    return { fates: planned.map(one => fateOf(message, located, one)), people: peopleStored(planned) }
  }
  const adopted = await adoptedCases(ctx, message, located, planned)
  const defendants = await identifiedIn(ctx, db, adopted.planned, message.source)

  await writeHearing(ctx.tx, hearing, message, mode.kind === 'replace', hasResults)
  await writeCases(ctx.tx, hearing, adopted.planned, ctx.now)
  await writeDefendants(ctx.tx, hearing, defendants, adopted.planned, ctx.now)
  const gone = adopted.planned.flatMap(one => one.gone)
  const goneIds = gone.flatMap(one => one.appearance?.id ?? [])
  await removeFromHearing(ctx.tx, hearing.id, goneIds, 'not-in-message', ctx.now)
  await keepMatching(ctx, defendants, message)

  const days = message.hearing.days.map(day => day.date).sort()
  const at = { hearingId: hearing.id, isNew: hearing.isNew, messageId, day: days[0]!, lastDay: days.at(-1)! }
  await raiseAlerts(ctx, at, message, defendants, adopted.planned)
  const place = { hearingType: message.hearing.hearingType, courtCode: message.hearing.court.code ?? null }
  await proposeFromResults(ctx, { ...at, ...place }, defendants, adopted.planned)
  for (const [listCaseId, caseId] of adopted.merged) {
    await mergeListCase(
      ctx,
      listCaseId,
      caseId,
      defendants.filter(one => one.caseId === caseId),
      ctx.today,
    )
  }
  await refreshList(
    ctx.tx,
    {
      people: [...defendants.map(one => one.personId), ...gone.map(one => one.personId)],
      appearances: [...defendants.map(one => one.appearanceId), ...goneIds],
      fresh: hearing.isNew,
      links: knownLinks(defendants),
    },
    ctx.today,
  )
  const people = [...new Set([...defendants, ...gone].map(one => one.personId))]
  const change = hearing.isNew ? 'stored' : 'updated'
  ctx.record('collect', 'court.take-in-hearing', people, {
    detail: { hearingId: hearing.id, messageId, change },
  })
  const type = hearing.isNew ? 'hearing-listed' : 'hearing-updated'
  await ctx.announce({ type, personId: null, body: { hearingId: hearing.id, resulted: hasResults } })
  const fates = adopted.planned.map(one => fateOf(message, located, one))
  // A deleted hearing that comes back with the facts it had is a change all the same; one never listed is new.
  const back = fates.map(one =>
    hearing.deletedAt && one.fate === 'unchanged' ? { ...one, fate: 'updated' as const } : one,
  )
  return { fates: back, people }
}

/** Facts said again later hold from later on. */
async function rememberSharedTime(ctx: Context, { hearing }: Located, message: ListingMessage, mode: PlanMode) {
  const later = laterOf(hearing.factsAt, message.sharedTime)
  if (mode.kind !== 'replace' || later === hearing.factsAt) return
  await ctx.tx.run('UPDATE court.hearing SET facts_at = $2 WHERE id = $1', [hearing.id, later])
}

function emptyCase(caseId: string) {
  return { caseId, facts: null, removed: false, defendants: [] }
}

/** A result message about a hearing that another system listed, and an older message with newer results, bring results
 *  only: who is listed and for what stays. */
function planMode(message: ListingMessage, { hearing }: Located, order: 'apply' | 'results-only'): PlanMode {
  if (order === 'results-only') return { kind: 'results-only', addUnknown: false }
  if (message.source === 'SPI' && hearing.source !== 'SPI') return { kind: 'results-only', addUnknown: true }
  return { kind: 'replace', resulted: message.kind === 'hearing-result' || message.kind === 'spi-result' }
}

function storedOf(ctx: Context, { hearing, cases }: Located) {
  return storedCases(
    ctx.tx,
    hearing.id,
    cases.map(one => one.id),
  )
}

/** Cases the hearing held and the message no longer names go to the removed list. */
async function dropCases(ctx: Context, { hearing, cases }: Located): Promise<boolean> {
  const ids = cases.map(one => one.id)
  const dropped = await ctx.tx.rows<{ caseId: string }>(
    `UPDATE court.hearing_case SET removed_at = $3, removed_because = 'not-in-message'
      WHERE hearing_id = $1 AND case_id <> ALL ($2) AND removed_at IS NULL RETURNING case_id AS "caseId"`,
    [hearing.id, ids, ctx.now],
  )
  if (dropped.length === 0) return false
  const listed = await ctx.tx.rows<{ personId: string; id: string }>(
    'SELECT person_id AS "personId", id FROM court.appearance WHERE hearing_id = $1 AND case_id = ANY ($2)',
    [hearing.id, dropped.map(one => one.caseId)],
  )
  const appearances = listed.map(row => row.id)
  await refreshList(ctx.tx, { people: listed.map(row => row.personId), appearances }, ctx.today)
  return true
}

async function adoptedCases(
  ctx: Context,
  message: ListingMessage,
  located: Located,
  planned: readonly PlannedCase[],
): Promise<{ readonly planned: readonly PlannedCase[]; readonly merged: readonly (readonly [string, string])[] }> {
  const merged: [string, string][] = []
  const result: PlannedCase[] = []
  for (const one of planned) {
    const isNew = located.cases.find(found => found.id === one.caseId)?.isNew
    const before = isNew && message.source === 'COMMON_PLATFORM' ? await listCaseGoneOn(ctx, one) : undefined
    if (before) merged.push([before.caseId, one.caseId])
    result.push(before ? { ...one, defendants: before.defendants } : one)
  }
  return { planned: result, merged }
}

async function identifiedIn(
  ctx: Context,
  db: Database,
  planned: readonly PlannedCase[],
  source: ListingMessage['source'],
): Promise<readonly WrittenDefendant[]> {
  const all = planned.flatMap(({ caseId, defendants }) => defendants.map(defendant => ({ ...defendant, caseId })))
  const identified = await identifyDefendants(ctx, db, all, source)
  return identified.map((one, index) => ({ ...one, caseId: all[index]!.caseId }))
}

/** Keeps what matching found, and the machine's own decisions beside those of staff. */
async function keepMatching(ctx: Context, defendants: readonly WrittenDefendant[], message: ListingMessage) {
  const found = defendants.flatMap(one => {
    const { personId, defendantId, excluded, restricted, candidates } = one
    if (!candidates) return []
    const known = candidates.filter(({ crn, band }) => crn !== null && band !== 'hidden')
    return [{ personId, defendantId, excluded, restricted, candidates: known, again: one.stored !== undefined }]
  })
  await replaceCandidates(ctx.tx, found, ctx.now)
  const hearingDay = message.hearing.days[0]?.date ?? null
  const decisions = defendants.flatMap(one => {
    const { personId, defendantId, excluded, restricted } = one
    const about = { personId, defendantId, excluded, restricted, hearingDay }
    const unlinked = one.unlinked ? [{ ...about, what: 'unlinked' as const, reason: 'identity-changed' }] : []
    const linked = one.linkedTo
      ? [{ ...about, what: 'linked' as const, toPersonId: one.linkedTo.personId, crn: one.linkedTo.crn }]
      : []
    return [...unlinked, ...linked]
  })
  await insertLinkDecisions(ctx.tx, decisions, { name: ctx.viewer.username, machine: true, at: ctx.now })
}

function knownLinks(defendants: readonly WrittenDefendant[]) {
  return new Map(
    defendants
      .filter(one => one.facts.type === 'ORGANISATION' || !one.stored || one.candidates)
      .map(one => [one.personId, one.linkedTo ?? null]),
  )
}

function fateBase(message: ListingMessage, { hearing }: Located) {
  const courtCode = message.hearing.court.code
  return { hearingId: hearing.id, courtCode, hearingDate: message.hearing.days[0]?.date }
}

function fateOf(message: ListingMessage, located: Located, planned: PlannedCase): Fate {
  const { caseNo, urn } = located.cases.find(one => one.id === planned.caseId)!.sent
  const fate = { new: 'stored', changed: 'updated', unchanged: 'unchanged' } as const
  return { ...fateBase(message, located), part: caseNo ?? urn, caseId: planned.caseId, fate: fate[planned.change] }
}

/** What is set aside is kept with its body, and so is about the defendants of its cases all the same. */
async function ignored(ctx: Context, message: ListingMessage, located: Located, reason: string): Promise<Applied> {
  const rows = await ctx.tx.rows<{ personId: string }>(
    'SELECT DISTINCT person_id AS "personId" FROM court.defendant WHERE case_id = ANY ($1)',
    [located.cases.map(one => one.id)],
  )
  return {
    fates: [{ ...fateBase(message, located), fate: 'ignored', reason }],
    people: rows.map(row => row.personId),
  }
}

function peopleStored(planned: readonly PlannedCase[]): readonly string[] {
  return [...new Set(planned.flatMap(one => one.defendants.flatMap(defendant => defendant.stored?.personId ?? [])))]
}
