import { createHash } from 'node:crypto'
import type { Viewer } from '../../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import type { CourtMessage, Ignored, ReadOutcome, Unreadable } from '../model.ts'
import {
  readCourtMessage,
  readHearing,
  readHearingDelete,
  readLibraCase,
  readLibraList,
  readSpiResult,
} from '../reading/court-message.ts'
import { unusableValue } from '../rules/usable-values.ts'
import {
  addFates,
  addPeopleToMessage,
  type Channel,
  type Fate,
  keepMessage,
  type ReceivedMessage,
} from '../store/message-store.ts'
import { applyDeletion } from './apply-deletion.ts'
import { type Applied, applyListing } from './apply-listing.ts'
import { removeUnlisted } from './remove-unlisted.ts'

export type Received = {
  readonly channel: Channel
  readonly body: Buffer
  /** The hearing's id in the address it was sent to. */
  readonly pathId?: string
  readonly fileName?: string
  readonly receivedBy: Viewer
  readonly requestId: string
  /** Told of what stopped a message that was read; the log of fates keeps only its kind. */
  readonly onDefect?: (error: unknown) => void
}

/** `outcome`: refused when nothing could be read, failed when it was read and could not be written. */
export type TakenIn = {
  readonly messageId: string
  readonly outcome: 'taken-in' | 'refused' | 'failed'
  readonly fates: readonly Fate[]
}

/** Takes a court message in. It is kept as it came, whatever becomes of it; a hearing of youths only keeps its id, court
 *  and day and no body. A message of one case is kept and applied in one commit; of a list, each case in its own, so that
 *  one bad case does not hold up the others. Never throws for what the sender sent. */
export async function takeInMessage(services: Services, received: Received): Promise<TakenIn> {
  const read = readBody(received.channel, received.body.toString('utf8'), received.pathId)
  const messageId = newId()
  const whole = receivedMessage(messageId, received)
  if (read.kind === 'unreadable') {
    const fates = [refusal(read)]
    await keep(services, received, ctx => written(ctx, whole, fates))
    return { messageId, outcome: 'refused', fates }
  }
  return takeInRead(services, received, read, whole)
}

/** Takes a message in again, for replay: the body kept is read and applied as if it had just come. */
export async function takeInAgain(
  services: Services,
  received: Received,
  kept: { readonly id: string; readonly attempts: number },
): Promise<TakenIn> {
  const read = readBody(received.channel, received.body.toString('utf8'), received.pathId)
  if (read.kind === 'unreadable') {
    const fates = [refusal(read)]
    const attempt = kept.attempts + 1
    await keep(services, received, ctx => addFates(ctx.tx, kept.id, attempt, fates, stamp(ctx)))
    return { messageId: kept.id, outcome: 'refused', fates }
  }
  return takeInRead(services, received, read, receivedMessage(kept.id, received), kept.attempts + 1)
}

type Read = Exclude<ReadOutcome, { readonly kind: 'unreadable' }>

async function takeInRead(
  services: Services,
  received: Received,
  read: Read,
  whole: ReceivedMessage,
  again?: number,
): Promise<TakenIn> {
  const attempt = again ?? 1
  const setAside = [...read.ignored.map(ignored), ...read.refused.map(refusal)]
  const { id: messageId } = whole
  const [only] = read.messages
  const outcome = read.messages.length === 0 && read.refused.length > 0 ? 'refused' : 'taken-in'
  try {
    if (!only || read.messages.length === 1) {
      const fates = await keep(services, received, async ctx => {
        const { fates: done, people } = only ? await apply(ctx, services, only, messageId, attempt) : nothing
        const all = [...done, ...setAside]
        if (again) {
          await addPeopleToMessage(ctx.tx, messageId, people)
          await addFates(ctx.tx, messageId, attempt, all, stamp(ctx))
        } else {
          await written(ctx, only ? { ...whole, ...about(only) } : withoutYouths(whole, read.ignored), all, people)
        }
        return all
      })
      if (isWholeList(received.body, only) && !isOld(fates))
        await removeUnlistedCases(services, received, read, messageId)
      return { messageId, outcome, fates }
    }
    const first = { ...whole, ...about(only) }
    if (!again) await keep(services, received, ctx => written(ctx, first, setAside))
    const fates: Fate[] = [...setAside]
    for (const message of read.messages)
      fates.push(...(await takeInPart(services, received, message, messageId, attempt)))
    if (!isOld(fates)) await removeUnlistedCases(services, received, read, messageId)
    return { messageId, outcome: fates.some(one => one.fate === 'failed') ? 'failed' : outcome, fates }
  } catch (error) {
    received.onDefect?.(error)
    const fates = [failure(error)]
    await keep(services, received, ctx =>
      again ? addFates(ctx.tx, messageId, attempt, fates, stamp(ctx)) : written(ctx, whole, fates),
    )
    return { messageId, outcome: 'failed', fates }
  }
}

async function takeInPart(
  services: Services,
  received: Received,
  message: CourtMessage,
  messageId: string,
  attempt: number,
): Promise<readonly Fate[]> {
  try {
    return await keep(services, received, async ctx => {
      const { fates, people } = await apply(ctx, services, message, messageId, attempt)
      await addPeopleToMessage(ctx.tx, messageId, people)
      await addFates(ctx.tx, messageId, attempt, fates, stamp(ctx))
      return fates
    })
  } catch (error) {
    received.onDefect?.(error)
    const part = message.kind === 'hearing-delete' ? undefined : message.cases[0]?.caseNo
    const fates = [{ ...failure(error), part }]
    await keep(services, received, ctx => addFates(ctx.tx, messageId, attempt, fates, stamp(ctx)))
    return fates
  }
}

const nothing: Applied = { fates: [], people: [] }

function apply(
  ctx: Context,
  services: Services,
  message: CourtMessage,
  messageId: string,
  attempt: number,
): Promise<Applied> {
  return message.kind === 'hearing-delete'
    ? applyDeletion(ctx, message, messageId)
    : applyListing(ctx, services.db, message, messageId, attempt > 1)
}

/** Two messages about the same people may each hold what the other waits for; PostgreSQL then ends one of them, and it
 *  is simply done again. */
const collisions = ['40P01', '40001']
const tries = 5

async function keep<Value>(
  services: Services,
  received: Received,
  work: (ctx: Context) => Promise<Value>,
): Promise<Value> {
  const { receivedBy: viewer, requestId, channel } = received
  const as = { viewer, requestId, channel: `court:${channel}`, role: 'worker' } as const
  for (let attempt = 1; ; attempt++) {
    try {
      return await inContext(services, as, ctx => {
        ctx.may('court.take-in')
        return work(ctx)
      })
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code
      if (attempt === tries || typeof code !== 'string' || !collisions.includes(code)) throw error
    }
  }
}

async function written(
  ctx: Context,
  message: ReceivedMessage,
  fates: readonly Fate[],
  people: readonly string[] = [],
): Promise<void> {
  await keepMessage(ctx.tx, message, stamp(ctx), people)
  await addFates(ctx.tx, message.id, 1, fates, stamp(ctx))
}

function stamp(ctx: Context) {
  return { at: ctx.now, by: ctx.viewer.username }
}

/** What the body says, with what no record could hold refused like anything else that cannot be used. */
function readBody(channel: Channel, body: string, pathId: string | undefined): ReadOutcome {
  const whole = readAs(channel, body, pathId)
  if (whole.kind === 'unreadable') return whole
  const read = { ...whole, messages: whole.messages.flatMap(oneCaseEach) }
  const unusable = read.messages.map(message => unusableValue(message))
  const [first] = unusable.filter(Boolean)
  if (!first) return read
  if (read.messages.length === 1 && read.ignored.length === 0 && read.refused.length === 0) return first
  const messages = read.messages.filter((_, index) => !unusable[index])
  return { ...read, messages, refused: [...read.refused, ...unusable.flatMap(one => one ?? [])] }
}

/** A result message is found again by the case it is about, so one of several cases is as many messages. */
function oneCaseEach(message: CourtMessage): readonly CourtMessage[] {
  if (message.kind !== 'spi-result' || message.cases.length < 2) return [message]
  return message.cases.map((found, index) => ({ ...message, cases: [found], notes: index === 0 ? message.notes : [] }))
}

function readAs(channel: Channel, body: string, pathId: string | undefined): ReadOutcome {
  switch (channel) {
    case 'hearing':
      return readHearing(body, false, pathId)
    case 'hearing-result':
      return readHearing(body, true, pathId)
    case 'hearing-delete':
      return readHearingDelete(pathId ?? '', body)
    case 'libra-list':
      return readLibraList(body)
    case 'libra-case':
      return readLibraCase(body)
    case 'spi-result':
      return readSpiResult(body)
    case 'file':
      return readCourtMessage(body)
  }
}

function receivedMessage(id: string, { channel, body, fileName, pathId }: Received): ReceivedMessage {
  const sha256 = createHash('sha256').update(body).digest()
  return { id, channel, body, sha256, fileName: plain(fileName), pathId: plain(pathId) }
}

/** Names and ids of an address as a database can hold them. */
function plain(text: string | undefined): string | undefined {
  return text?.replaceAll('\0', '').slice(0, 500)
}

function about(message: CourtMessage): Partial<ReceivedMessage> {
  if (message.kind === 'hearing-delete') return { externalId: message.hearingId, sharedTime: message.sharedTime }
  return {
    externalId: message.hearing.hearingId,
    courtCode: message.hearing.court.code,
    hearingDate: message.hearing.days[0]?.date,
    sharedTime: message.sharedTime,
  }
}

/** Of a hearing with youths only nothing is kept but its id, court, day and the reason. */
function withoutYouths(message: ReceivedMessage, set: readonly Ignored[]): ReceivedMessage {
  const youths = set.find(one => one.reason === 'only-youth-defendants')
  if (!youths) return message
  const { id: externalId, courtCode, date: hearingDate } = youths
  return { ...message, body: null, fileName: undefined, externalId, courtCode, hearingDate }
}

function ignored(one: Ignored): Fate {
  return { fate: 'ignored', reason: one.reason, part: one.id, courtCode: one.courtCode, hearingDate: one.date }
}

function refusal({ field, problem, fix }: Unreadable): Fate {
  return { fate: 'refused', reason: 'unreadable', field, problem, fix }
}

/** Only the kind of the failure is kept: its text may hold what the message said about a person. */
function failure(error: unknown): Fate {
  const code = (error as { code?: unknown } | null)?.code
  return { fate: 'failed', reason: typeof code === 'string' ? `database-${code}` : 'defect' }
}

/** Taken in again after a later list of the same hearings: what only that one holds stays on the list. */
function isOld(fates: readonly Fate[]): boolean {
  return fates.some(one => one.reason === 'older-than-stored')
}

/** Lists come as XML; a single list case is JSON. */
function isWholeList(body: Buffer, message: CourtMessage | undefined): boolean {
  return message?.kind === 'libra-case' && /^\ufeff?\s*</.test(body.subarray(0, 200).toString('utf8'))
}

async function removeUnlistedCases(
  services: Services,
  received: Received,
  read: Read,
  messageId: string,
): Promise<void> {
  const listed = read.messages.flatMap(message => (message.kind === 'libra-case' ? [message] : []))
  // A case of the list that could not be read may be one that looks missing: then nothing is taken off.
  if (listed.length === 0 || read.refused.length > 0) return
  await keep(services, received, ctx => removeUnlisted(ctx, listed, messageId))
}
