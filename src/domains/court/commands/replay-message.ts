import type { Viewer } from '../../../platform/access/index.ts'
import { machine } from '../../../platform/access/index.ts'
import { inContext, type Services } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { type TakenIn, takeInAgain } from '../intake/take-in-message.ts'
import { keptMessage } from '../store/message-store.ts'

/** Takes a kept message in again, after what stopped it was put right. Asked by a person, done by the machine, because
 *  the message may be about people the person may not see. Throws NotFound for a message without a kept body. */
export async function replayMessage(
  services: Services,
  input: { readonly messageId: string; readonly askedBy: Viewer; readonly requestId: string },
): Promise<TakenIn> {
  const asked = { viewer: input.askedBy, requestId: input.requestId, channel: 'court:replay' }
  const kept = await inContext(services, asked, async ctx => {
    ctx.may('court.replay-message')
    const message = await keptMessage(ctx.tx, input.messageId)
    if (!message?.body) throw new NotFound('This message was not kept, or is about people you may not see')
    ctx.record('system', 'court.replay-message', [], { detail: { messageId: input.messageId } })
    return { ...message, body: message.body }
  })
  const { channel, body, pathId, fileName } = kept
  return takeInAgain(
    services,
    {
      channel,
      body,
      ...(pathId ? { pathId } : {}),
      ...(fileName ? { fileName } : {}),
      receivedBy: machine('court-replay', ['court:write']),
      requestId: input.requestId,
    },
    kept,
  )
}
