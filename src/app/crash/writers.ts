import type { LocalDate } from '../../platform/calendar/index.ts'
import { newId } from '../../platform/store/index.ts'
import { busyCourt, type courtDraw, type StaffSession } from '../bench/bench-register.ts'
import { type HttpClient, httpClient } from '../bench/http-client.ts'

/** What was asked of the application and whether it said that it was done. */
export type Asked = { readonly kind: 'message' | 'note' | 'outcome'; readonly id: string; acknowledged: boolean }

type Listed = { readonly personId: string; readonly appearanceId: string }

export type Writers = {
  readonly asked: readonly Asked[]
  /** How many writes were acknowledged so far. */
  acknowledged(): number
  /** Answers of the application that a writer cannot understand: refusals, defects. Broken connections are not among them. */
  readonly strange: readonly string[]
  stop(): Promise<void>
}

/** Starts people and machines that write as fast as they are answered, and go on through every failure: a message is
 *  sent again until it is taken, as a court system does; a note or an outcome is sent once, as a person does. */
export function startWriters(
  url: string,
  with_: {
    readonly token: string
    readonly staff: readonly StaffSession[]
    readonly draw: ReturnType<typeof courtDraw>
    readonly day: LocalDate
    /** The defendant of a hearing that was taken in, found in the database. */
    readonly listedIn: (hearingId: string) => Promise<Listed | undefined>
  },
): Writers {
  const client = httpClient(url)
  const asked: Asked[] = []
  const strange: string[] = []
  const listed: string[] = []
  let stopping = false

  const sender = async () => {
    while (!stopping) {
      const message = with_.draw(newId(), busyCourt, with_.day)
      const entry: Asked = { kind: 'message', id: message.id, acknowledged: false }
      asked.push(entry)
      while (!entry.acknowledged && !stopping) {
        const headers = { authorization: `Bearer ${with_.token}`, 'content-type': 'application/json' }
        const answer = await answerTo(client.send('POST', `/hearing/${message.id}`, headers, message.body))
        if (answer?.status === 200) {
          entry.acknowledged = true
          listed.push(message.id)
        } else if (answer && answer.status !== 503 && answer.status < 500) {
          strange.push(`message: ${answer.status} ${answer.body.slice(0, 200)}`)
          break
        } else {
          await pause(40)
        }
      }
    }
  }

  const member = async ({ cookie, csrf }: StaffSession, n: number) => {
    for (let turn = n; !stopping; turn++) {
      const hearingId = listed[Math.floor(Math.random() * listed.length)]
      const place = hearingId && (await with_.listedIn(hearingId).catch(() => undefined))
      if (!place) {
        await pause(40)
        continue
      }
      const kind = turn % 2 === 0 ? 'note' : 'outcome'
      const entry: Asked = { kind, id: kind === 'note' ? newId() : place.appearanceId, acknowledged: false }
      // One outcome for an appearance: a second try is refused as a conflict and is not a write.
      if (kind === 'outcome' && asked.some(one => one.id === entry.id)) continue
      asked.push(entry)
      const fields =
        kind === 'note'
          ? { intent: 'add-note', note: `Said in court: ${entry.id}` }
          : { intent: 'add-outcome', main: 'ADJOURNED' }
      const path = `/court/defendants/${place.personId}/${place.appearanceId}`
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const body = new URLSearchParams({ _csrf: csrf, ...fields }).toString()
      const answer = await answerTo(client.send('POST', path, headers, body))
      if (answer?.status === 303 && answer.headers.location?.startsWith(path)) entry.acknowledged = true
      else if (answer && answer.status < 500) strange.push(`${kind}: ${answer.status} ${answer.headers.location ?? ''}`)
      else await pause(40)
    }
  }

  const all = [sender(), sender(), ...with_.staff.map(member)]
  return {
    asked,
    strange,
    acknowledged: () => asked.filter(one => one.acknowledged).length,
    async stop() {
      stopping = true
      await Promise.all(all)
      client.close()
    },
  }
}

/** Undefined when the connection broke before an answer came: nobody knows then whether it was done. */
async function answerTo(sent: ReturnType<HttpClient['send']>) {
  return sent.catch(() => undefined)
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
