import { machine } from '../../platform/access/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { type MadeUpPerson, mistyped } from '../made-up-people/people.ts'
import { type Random, randomFrom } from '../made-up-people/random.ts'
import { type ApplicationProcess, memoryOf } from './application-process.ts'
import { as, benchCourt, type Progress, staffSessions } from './bench-register.ts'
import type { Figure } from './figures.ts'
import { httpClient } from './http-client.ts'
import { closedLoop, openLoop, percentile, type Timed } from './load.ts'

export const pagesPerSecond = 60
const warmUpSeconds = 5
const pagesBeforeMemory = 10_000
const colleagues = 40

type Known = readonly { readonly person: MadeUpPerson; readonly crn: string }[]

type Asked = {
  readonly kind: string
  readonly path: string
  readonly expect: (status: number, body: string) => boolean
}

/** The pages of the mix with their shares and what they must hold (issue of the foundation, section 6). */
const kinds: readonly {
  readonly kind: string
  readonly share: number
  readonly atMost: number
  readonly ask: (random: Random, known: Known, day: string) => Omit<Asked, 'kind'>
}[] = [
  {
    kind: 'case list of 100 defendants',
    share: 0.4,
    atMost: 50,
    ask: (_random, _known, day) => ({
      path: `/courts/${benchCourt.code}/${day}`,
      expect: (status, body) => status === 200 && body.split('class="govuk-table__row"').length > 100,
    }),
  },
  {
    kind: 'person overview',
    share: 0.3,
    atMost: 40,
    ask: (random, known) => {
      const { crn } = random.pick(known)
      return { path: `/case/${crn}`, expect: (status, body) => status === 200 && body.includes(crn) }
    },
  },
  {
    kind: 'name search',
    share: 0.2,
    atMost: 100,
    ask: (random, known) => {
      const { person } = random.pick(known)
      const surname = random.chance(0.4) ? mistyped(random, person.lastName) : person.lastName
      const typed = random.chance(0.2) ? surname : `${person.firstName} ${surname}`
      const path = `/search?q=${encodeURIComponent(random.chance(0.2) ? `${typed} ${person.dateOfBirth}` : typed)}`
      return { path, expect: status => status === 200 }
    },
  },
  {
    kind: 'CRN search',
    share: 0.1,
    atMost: 20,
    ask: (random, known) => {
      const { crn } = random.pick(known)
      return {
        path: `/search?q=${crn}`,
        expect: (status, body) => (status === 200 && body.includes(crn)) || status === 303,
      }
    },
  },
]

export type PageResult = { readonly figures: readonly Figure[]; readonly details: unknown }

/** Loads the application with the mix at a fixed rate, checks that every look left its audit row, then goes on to
 *  10,000 pages and reads the memory of the process. */
export async function measurePages(
  services: Services,
  application: ApplicationProcess,
  known: Known,
  seconds: number,
  progress: Progress,
): Promise<PageResult> {
  const { today } = services.clock()
  const random = randomFrom(7)
  const people = await staffSessions(services, colleagues)
  const client = httpClient(application.url)
  const wrong = new Map<string, number>()
  const next = (n: number) => {
    const { kind, path, expect } = drawn(random, known, today)
    return {
      kind,
      send: async () => {
        const answer = await client.send('GET', path, {
          cookie: people[n % people.length]!.cookie,
        })
        const ok = expect(answer.status, answer.body)
        if (!ok) wrong.set(`${kind}: ${answer.status}`, (wrong.get(`${kind}: ${answer.status}`) ?? 0) + 1)
        return ok
      },
    }
  }
  try {
    await openLoop({ perSecond: pagesPerSecond / 2, seconds: warmUpSeconds }, next)
    const before = await looks(services)
    const timed = await openLoop({ perSecond: pagesPerSecond, seconds }, next, (at, all) => progress('pages', at, all))
    const audited = (await looks(services)) - before
    const rest = Math.max(0, pagesBeforeMemory - timed.length - warmUpSeconds * (pagesPerSecond / 2))
    const atFullSpeed = await closedLoop({ clients: 8, requests: rest }, next, (at, all) =>
      progress('pages up to 10,000', at, all),
    )
    const memory = memoryOf(application.pid)
    const errors = timed.filter(one => !one.ok).length
    const figures: Figure[] = kinds.map(({ kind, atMost }) => {
      const { p50, p95, p99, errors: failed } = spread(timed, kind)
      const note = `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}${failed > 0 ? `, ${failed} errors` : ''}`
      return { name: `${kind}, p99`, value: p99, unit: 'ms', target: { atMost }, note }
    })
    figures.push(
      {
        name: 'pages that were not right',
        value: errors,
        unit: 'pages',
        target: { atMost: 0 },
        note: `of ${timed.length}`,
      },
      {
        name: 'looks without an audit row',
        value: Math.max(0, timed.length - errors - audited),
        unit: 'looks',
        target: { atMost: 0 },
        note: `${audited} requests left theirs`,
      },
    )
    if (rest > 0) {
      const speed = rest / atFullSpeed.seconds
      figures.push({ name: 'pages a second, 8 at a time', value: speed, unit: 'a second' })
    }
    if (memory) {
      const megabytes = memory.now / 1024 / 1024
      const note = `highest ${(memory.highest / 1024 / 1024).toFixed(0)} MB`
      figures.push({
        name: `memory after ${pagesBeforeMemory.toLocaleString('en-GB')} pages`,
        value: megabytes,
        unit: 'MB',
        target: { atMost: 300 },
        note,
      })
    }
    const details = {
      pagesPerSecond,
      seconds,
      wrong: Object.fromEntries(wrong),
      pages: Object.fromEntries(kinds.map(({ kind }) => [kind, spread(timed, kind)])),
    }
    return { figures, details }
  } finally {
    client.close()
  }
}

function drawn(random: Random, known: Known, day: string): Asked {
  let place = random.next()
  const chosen =
    kinds.find(({ share }) => {
      place -= share
      return place < 0
    }) ?? kinds[0]!
  return { kind: chosen.kind, ...chosen.ask(random, known, day) }
}

function spread(timed: readonly Timed[], kind: string) {
  const own = timed.filter(one => one.kind === kind)
  const times = own.map(one => one.ms)
  return {
    requests: own.length,
    errors: own.filter(one => !one.ok).length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    longest: percentile(times, 1),
  }
}

/** Requests of the staff of the bench that left an audit row of a look; some pages look twice. */
async function looks(services: Services): Promise<number> {
  return as(services, machine('bench'), async ctx => {
    const { n } = await ctx.tx.one<{ n: number }>(
      `SELECT count(DISTINCT body::jsonb ->> 'request') AS n FROM platform.audit_entry WHERE operation = 'consult' AND actor LIKE 'bench.%'`,
    )
    return n
  })
}
