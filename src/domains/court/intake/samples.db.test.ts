import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { machine } from '../../../platform/access/index.ts'
import { projectRoot } from '../../../platform/reference/index.ts'
import type { Database } from '../../../platform/store/index.ts'
import { type TakenIn, takeInMessage } from './take-in-message.ts'

type Expected = {
  readonly outcome: 'stored' | 'ignored' | 'refused'
  readonly kind?: string
  readonly cases?: number
  readonly defendants?: number
  readonly offences?: number
  readonly court?: string
  readonly dates?: readonly string[]
  readonly reason?: string
  readonly field?: string
}

const folder = path.join(projectRoot(), 'samples/court')
const { files } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
  files: Record<string, Expected>
}
const sender = machine('test', ['court:write'])

afterAll(dropAll)

function sent(db: Database, file: string, services = courtServices(db)): Promise<TakenIn> {
  const body = readFileSync(path.join(folder, file))
  const channel = file.endsWith('.xml') && file.startsWith('libra') ? 'libra-list' : 'file'
  return takeInMessage(services, { channel, body, fileName: file, receivedBy: sender, requestId: 'test' })
}

/** What is stored of everything, as seen by a machine. */
function stored(db: Database) {
  return db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, async tx => {
    const count = async (sql: string) => (await tx.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).n
    const days = await tx.rows<{ day: string; court: string }>(
      'SELECT DISTINCT day, court_code AS court FROM court.hearing_day ORDER BY 1, 2',
    )
    return {
      cases: await count('court.court_case'),
      defendants: await count('court.defendant'),
      offences: await count('court.offence'),
      places: await count('court.list_place'),
      entries: await count('court.list_entry'),
      messages: await count('court.message WHERE body IS NOT NULL'),
      courts: [...new Set(days.map(row => row.court))],
      dates: days.map(row => row.day),
    }
  })
}

test('every sample message has its expectation', () => {
  const held = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(json|xml)$/.test(file))
  const notMessages =
    /^(person-record-response|probation-record|screen-response|search-record|waterfall-response|internal-hearing|expected)/
  expect(held.filter(file => !notMessages.test(file)).sort()).toEqual(Object.keys(files).sort())
})

describe.each(Object.entries(files))('%s', (file, expected) => {
  test(`is ${expected.outcome}, and the same again changes nothing`, async () => {
    const db = await testDatabase()
    const taken = await sent(db, file)
    const facts = await stored(db)
    if (expected.outcome === 'refused') {
      expect(taken.outcome).toBe('refused')
      expect(taken.fates[0]?.field).toContain(expected.field)
      expect(facts).toMatchObject({ cases: 0, defendants: 0, messages: 1 })
      return
    }
    if (expected.outcome === 'ignored') {
      expect(taken.fates).toMatchObject([{ fate: 'ignored', reason: expected.reason, courtCode: expected.court }])
      expect(facts).toMatchObject({ cases: 0, defendants: 0, messages: 0 })
      return
    }
    const { cases, defendants, offences, court, dates } = expected
    expect(taken.fates.map(fate => fate.fate)).toEqual(Array.from({ length: cases ?? 0 }, () => 'stored'))
    expect(facts).toMatchObject({ cases, defendants, offences, courts: [court], dates, messages: 1 })
    expect(facts.entries).toBe((defendants ?? 0) * (dates?.length ?? 0))
    expect(facts.places).toBe(facts.entries)

    const again = await sent(db, file)
    expect(again.fates.map(fate => fate.fate)).toEqual(Array.from({ length: cases ?? 0 }, () => 'unchanged'))
    expect(await stored(db)).toEqual({ ...facts, messages: 2 })
  })
})
