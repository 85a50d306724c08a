import { findCandidates } from '../../domains/person/index.ts'
import { machine } from '../../platform/access/index.ts'
import { plusDays } from '../../platform/calendar/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { newId } from '../../platform/store/index.ts'
import { type MadeUpPerson, mistyped } from '../made-up-people/people.ts'
import { randomFrom } from '../made-up-people/random.ts'
import type { ApplicationProcess } from './application-process.ts'
import { as, busyCourt, courtDraw, courtSender, factsOf, type Progress } from './bench-register.ts'
import type { Figure } from './figures.ts'
import { httpClient } from './http-client.ts'
import { closedLoop, percentile } from './load.ts'

type Known = readonly { readonly person: MadeUpPerson; readonly crn: string }[]

const senders = 8
const warmUp = 200

/** Hearing messages sent over HTTP by a machine client, eight at a time: each is kept, made into a case with its
 *  defendant, matched, audited and announced in the commit that comes before its answer. */
export async function measureIntake(
  services: Services,
  application: ApplicationProcess,
  known: Known,
  messages: number,
  progress: Progress,
): Promise<{ readonly figures: readonly Figure[]; readonly details: unknown }> {
  const { today } = services.clock()
  const token = await courtSender(services)
  const client = httpClient(application.url)
  const run = newId()
  const draw = courtDraw(randomFrom(Number.parseInt(run.slice(-6), 16)), known, today)
  const refused: string[] = []
  const send = (key: string) => {
    const message = draw(`${run} ${key}`, busyCourt, plusDays(today, 1))
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return {
      kind: 'message',
      send: async () => {
        const answer = await client.send('POST', `/hearing/${message.id}`, headers, message.body)
        const ok = answer.status === 200 && answer.body.includes('"stored"')
        if (!ok && refused.length < 3) refused.push(`${answer.status} ${answer.body.slice(0, 300)}`)
        return ok
      },
    }
  }
  try {
    await closedLoop({ clients: senders, requests: warmUp }, n => send(`warm-up ${n}`))
    const before = await written(services)
    const { timed, seconds } = await closedLoop(
      { clients: senders, requests: messages },
      n => send(`${n}`),
      (at, all) => progress('messages', at, all),
    )
    const after = await written(services)
    const taken = timed.filter(one => one.ok).length
    const times = timed.map(one => one.ms)
    const matched = after.matched - before.matched
    return {
      figures: [
        {
          name: 'hearing messages taken in, matched, committed',
          value: taken / seconds,
          unit: 'a second',
          target: { atLeast: 100 },
          note: `${senders} at a time; p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms; ${Math.round((100 * matched) / Math.max(1, taken))}% linked by the machine`,
        },
        {
          name: 'messages not taken in, or without all their rows',
          value: messages - taken + missing(before, after, taken),
          unit: 'messages',
          target: { atMost: 0 },
        },
      ],
      details: { messages, seconds, before, after, refused },
    }
  } finally {
    client.close()
  }
}

type Written = {
  readonly messages: number
  readonly defendants: number
  readonly audits: number
  readonly events: number
  readonly matched: number
}

/** Every message must have brought its own row, its defendant, an audit row and an event at least. */
function missing(before: Written, after: Written, taken: number): number {
  return (['messages', 'defendants', 'audits', 'events'] as const).reduce(
    (sum, kind) => sum + Math.max(0, taken - (after[kind] - before[kind])),
    0,
  )
}

async function written(services: Services): Promise<Written> {
  return as(services, machine('bench'), ctx =>
    ctx.tx.one<Written>(
      `SELECT (SELECT count(*) FROM court.message) AS messages,
              (SELECT count(*) FROM court.defendant) AS defendants,
              (SELECT count(*) FROM court.defendant WHERE match_state = 'EXACT') AS matched,
              (SELECT count(*) FROM platform.audit_entry) AS audits,
              (SELECT count(*) FROM platform.outbox) AS events`,
    ),
  )
}

const lookUps = 500

/** How long it takes to find who on file a defendant may be, one after another. */
export async function measureMatching(
  services: Services,
  known: Known,
  progress: Progress,
): Promise<readonly Figure[]> {
  const { today } = services.clock()
  const random = randomFrom(11)
  const times: number[] = []
  let found = 0
  let asked = 0
  for (let n = 0; n < lookUps + 50; n++) {
    const { person, crn } = random.pick(known)
    const slip = random.chance(0.3)
    const facts = slip
      ? { ...factsOf(person, crn), lastName: mistyped(random, person.lastName), pnc: null, cro: null }
      : factsOf(person, crn)
    const from = performance.now()
    const candidates = await findCandidates(services.db, facts, today)
    if (n < 50) continue
    times.push(performance.now() - from)
    asked += 1
    if (candidates.some(one => one.crn === crn)) found += 1
    if (n % 50 === 0) progress('matching', n, lookUps + 50)
  }
  progress('matching', 1, 1)
  const p50 = percentile(times, 0.5)
  const note = `p50 ${p50.toFixed(1)}; the right person among the candidates in ${((100 * found) / asked).toFixed(1)}%, 3 in 10 with a slip and no number`
  return [{ name: 'matching one defendant, p99', value: percentile(times, 0.99), unit: 'ms', note }]
}
