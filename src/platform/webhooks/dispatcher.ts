import type { Services } from '../context/index.ts'
import { dispatchOutbox } from './dispatch.ts'

export type Dispatcher = { stop(): Promise<void> }

/** Looks into the outbox every two seconds. A database that is away is asked again at the next turn. */
export function startDispatcher(services: Services, everyMs = 2000): Dispatcher {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  const take = async () => {
    for (;;) {
      const taken = await services.db.transaction('worker', { userId: 'system:outbox', allowed: [], barred: [] }, tx =>
        dispatchOutbox(tx, services.clock().now),
      )
      if (taken === 0 || stopped) return
    }
  }
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      turn = take()
        .catch(() => undefined)
        .then(next)
    }, everyMs)
    timer.unref()
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await turn
    },
  }
}
