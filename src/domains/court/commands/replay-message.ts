import { z } from 'zod'
import { machine } from '../../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { NotFound, ok, type Result } from '../../../platform/errors/index.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { type TakenIn, takeInAgain } from '../intake/take-in-message.ts'
import { keptMessage } from '../store/message-store.ts'

const name = 'court.replay-message'

/** Asks that a kept message be taken in again, after what stopped it was put right. The machine does it in a moment,
 *  because the message may be about people the asker may not see. Throws NotFound for a message without a kept body. */
export async function askReplay(ctx: Context, input: { readonly messageId: string }): Promise<Result<undefined>> {
  ctx.may('court.replay-message')
  const message = await keptMessage(ctx.tx, input.messageId)
  if (!message?.body) throw new NotFound('This message was not kept, or is about people you may not see')
  await addJob(ctx.tx, name, { messageId: input.messageId }, { key: `${name} ${input.messageId}` })
  ctx.record('system', name, [], { detail: { messageId: input.messageId } })
  return ok()
}

export const replayMessages = job({
  name,
  about: 'takes a kept court message in again',
  payload: z.object({ messageId: z.string() }),
  async run(kit, { messageId }) {
    await replayMessage(kit.services, messageId)
  },
})

/** Takes a kept message in again, as if it had just come. Throws NotFound for a message without a kept body. */
export async function replayMessage(services: Services, messageId: string): Promise<TakenIn> {
  const viewer = machine('court-replay', ['court:write'])
  const requestId = `replay ${messageId}`
  const kept = await inContext(services, { viewer, requestId, channel: 'job' }, async ctx => {
    const message = await keptMessage(ctx.tx, messageId)
    if (!message?.body) throw new NotFound('This message was not kept')
    return { ...message, body: message.body }
  })
  const { channel, body, pathId, fileName } = kept
  const address = { ...(pathId ? { pathId } : {}), ...(fileName ? { fileName } : {}) }
  return takeInAgain(services, { channel, body, ...address, receivedBy: viewer, requestId }, kept)
}
