import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { machine } from '../access/index.ts'
import { type Database, newId, type Tx, txOn, typeParsers } from '../store/index.ts'
import { anchorKey, type SignedAnchor } from './anchor.ts'
import { appendAudit, type Operation } from './append.ts'
import { verifyAudit } from './verify.ts'
import { publishAnchors, readAnchorFile, writeAnchor } from './write-anchor.ts'

const key = anchorKey('a secret the database never sees')
const operations: readonly Operation[] = ['collect', 'alter', 'consult', 'disclose', 'combine', 'erase']
const folder = mkdtempSync(path.join(tmpdir(), 'anchors-'))
const file = path.join(folder, 'audit-anchors.jsonl')

let database: Database
let owner: pg.Client
let tx: Tx
let published: readonly SignedAnchor[]

// A small generator of its own, so that a failing round can be run again by its number.
function random(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

async function write(entries: number, seed: number): Promise<void> {
  const pick = random(seed)
  const people = Array.from({ length: 6 }, () => newId())
  await database.transaction('worker', { userId: 'test', allowed: [], barred: [] }, async worker => {
    for (let n = 0; n < entries; n++) {
      await appendAudit(
        worker,
        {
          viewer: machine('test'),
          at: `2026-11-21T09:00:${String(n % 60).padStart(2, '0')}.000Z`,
          requestId: `r${n}`,
          channel: 'test',
        },
        [{ operation: operations[pick(6)]!, what: `test.${pick(5)}`, people: [people[pick(6)]!], detail: { n } }],
      )
    }
  })
}

const anchored = async (at: string) => {
  await database.transaction('worker', null, worker => writeAnchor(worker, key, at))
  await database.transaction('worker', null, worker => publishAnchors(worker, file))
}

beforeAll(async () => {
  database = await testDatabase()
  await write(60, 1)
  await anchored('2026-11-21T09:10:00.000Z')
  await write(60, 2)
  await anchored('2026-11-21T09:20:00.000Z')
  published = await readAnchorFile(file)
  owner = new pg.Client({ connectionString: database.settings.ownerUrl, types: typeParsers })
  await owner.connect()
  tx = txOn(owner)
})
afterAll(async () => {
  await owner.end()
  await dropAll()
  rmSync(folder, { recursive: true })
})

type Entry = { stream: number; n: number; body: string; prev: Buffer; hash: Buffer }
type Pick = (below: number) => number

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

async function entriesOf(stream: number): Promise<Entry[]> {
  return tx.rows<Entry>('SELECT stream, n, body, prev, hash FROM platform.audit_entry WHERE stream = $1 ORDER BY n', [
    stream,
  ])
}

async function anyEntry(pick: Pick): Promise<Entry> {
  const entries = await tx.rows<Entry>(
    'SELECT stream, n, body, prev, hash FROM platform.audit_entry ORDER BY stream, n',
  )
  return entries[pick(entries.length)]!
}

function twisted(body: string, pick: Pick): string {
  const at = pick(body.length)
  return `${body.slice(0, at)}${body[at] === 'x' ? 'y' : 'x'}${body.slice(at + 1)}`
}

const setHead = (stream: number, n: number, hash: Buffer) =>
  tx.run('UPDATE platform.audit_head SET n = $2, hash = $3 WHERE stream = $1', [stream, n, hash])

/** Links a stream anew from an entry on, as somebody with all rights and knowledge of the format would. */
async function relink(stream: number): Promise<void> {
  let prev = Buffer.alloc(0) as Buffer
  let n = 0
  for (const entry of await entriesOf(stream)) {
    const hash = sha256(prev, entry.body)
    n++
    await tx.run('UPDATE platform.audit_entry SET n = $3, prev = $4, hash = $5 WHERE stream = $1 AND n = $2', [
      stream,
      entry.n,
      n,
      prev,
      hash,
    ])
    prev = hash
  }
  await setHead(stream, n, prev)
}

const tampering: Readonly<Record<string, (pick: Pick) => Promise<unknown>>> = {
  async 'a text edited'(pick) {
    const { stream, n, body } = await anyEntry(pick)
    await tx.run('UPDATE platform.audit_entry SET body = $3 WHERE stream = $1 AND n = $2', [
      stream,
      n,
      twisted(body, pick),
    ])
  },
  async 'a text edited with its hash'(pick) {
    const { stream, n, body, prev } = await anyEntry(pick)
    const edited = twisted(body, pick)
    await tx.run('UPDATE platform.audit_entry SET body = $3, hash = $4 WHERE stream = $1 AND n = $2', [
      stream,
      n,
      edited,
      sha256(prev, edited),
    ])
  },
  async 'a text edited and the whole stream linked anew'(pick) {
    const { stream, n, body } = await anyEntry(pick)
    const edited = body.replace(/"request":"r(\d+)"/, (_, r) => `"request":"s${r}"`)
    await tx.run('UPDATE platform.audit_entry SET body = $3 WHERE stream = $1 AND n = $2', [stream, n, edited])
    await relink(stream)
  },
  async 'a column edited'(pick) {
    const { stream, n } = await anyEntry(pick)
    const change = [
      `actor = actor || 'x'`,
      `what = 'something.else'`,
      `operation = operation || 'x'`,
      `at = at + interval '1 second'`,
      `people = people || gen_random_uuid()`,
      `people = '{}'`,
    ][pick(6)]!
    await tx.run(`UPDATE platform.audit_entry SET ${change} WHERE stream = $1 AND n = $2`, [stream, n])
  },
  async 'an entry deleted'(pick) {
    const { stream, n } = await anyEntry(pick)
    await tx.run('DELETE FROM platform.audit_entry WHERE stream = $1 AND n = $2', [stream, n])
  },
  async 'an entry deleted and the whole stream linked anew'(pick) {
    const { stream, n } = await anyEntry(pick)
    await tx.run('DELETE FROM platform.audit_entry WHERE stream = $1 AND n = $2', [stream, n])
    await relink(stream)
  },
  async 'two entries swapped'(pick) {
    const first = await anyEntry(pick)
    const others = (await entriesOf(first.stream)).filter(entry => entry.n !== first.n)
    const second = others[pick(others.length)]!
    const move = 'UPDATE platform.audit_entry SET n = $3 WHERE stream = $1 AND n = $2'
    await tx.run(move, [first.stream, first.n, -1])
    await tx.run(move, [first.stream, second.n, first.n])
    await tx.run(move, [first.stream, -1, second.n])
  },
  async 'two texts swapped and the whole stream linked anew'(pick) {
    const first = await anyEntry(pick)
    const others = (await entriesOf(first.stream)).filter(entry => entry.n !== first.n)
    const second = others[pick(others.length)]!
    const move = 'UPDATE platform.audit_entry SET n = $3 WHERE stream = $1 AND n = $2'
    await tx.run(move, [first.stream, first.n, -1])
    await tx.run(move, [first.stream, second.n, first.n])
    await tx.run(move, [first.stream, -1, second.n])
    await relink(first.stream)
  },
  async 'an entry moved to another stream'(pick) {
    const { stream, n } = await anyEntry(pick)
    await tx.run('UPDATE platform.audit_entry SET stream = $3, n = 100000 WHERE stream = $1 AND n = $2', [
      stream,
      n,
      (stream + 1 + pick(63)) % 64,
    ])
  },
  async 'a tail cut off'(pick) {
    const { stream, n } = await anyEntry(pick)
    await tx.run('DELETE FROM platform.audit_entry WHERE stream = $1 AND n >= $2', [stream, n])
  },
  async 'a tail cut off and the head moved back'(pick) {
    const { stream, n, prev } = await anyEntry(pick)
    await tx.run('DELETE FROM platform.audit_entry WHERE stream = $1 AND n >= $2', [stream, n])
    await setHead(stream, n - 1, prev)
  },
  async 'a whole stream taken away with its head'(pick) {
    const { stream } = await anyEntry(pick)
    await tx.run('DELETE FROM platform.audit_entry WHERE stream = $1', [stream])
    await tx.run('DELETE FROM platform.audit_head WHERE stream = $1', [stream])
  },
  async 'an unused stream losing its head'(pick) {
    const free = await tx.rows<{ stream: number }>('SELECT stream FROM platform.audit_head WHERE n = 0')
    await tx.run('DELETE FROM platform.audit_head WHERE stream = $1', [free[pick(free.length)]!.stream])
  },
  async 'a head moved'(pick) {
    const { stream } = await anyEntry(pick)
    await tx.run(`UPDATE platform.audit_head SET ${pick(2) ? 'n = n + 1' : `hash = '\\x00'`} WHERE stream = $1`, [
      stream,
    ])
  },
  async 'an entry slipped in'(pick) {
    // Between two entries: one added at the very end is a new entry, which only its writer can answer for.
    const { stream } = await anyEntry(pick)
    const entries = await entriesOf(stream)
    const { n, body } = entries[pick(entries.length - 1)]!
    await tx.run('UPDATE platform.audit_entry SET n = n + 1000 WHERE stream = $1 AND n > $2', [stream, n])
    await tx.run('UPDATE platform.audit_entry SET n = n - 999 WHERE stream = $1 AND n > $2', [stream, n])
    await tx.run(
      `INSERT INTO platform.audit_entry SELECT stream, n + 1, at, actor, operation, what, people, $3, prev, hash
       FROM platform.audit_entry WHERE stream = $1 AND n = $2`,
      [stream, n, body],
    )
    await relink(stream)
  },
  async 'an entry of a stream that does not exist'(pick) {
    const { stream, n } = await anyEntry(pick)
    await tx.run(
      `INSERT INTO platform.audit_entry SELECT 64 + $3::integer, 1, at, actor, operation, what, people, body, prev, hash
       FROM platform.audit_entry WHERE stream = $1 AND n = $2`,
      [stream, n, pick(100)],
    )
  },
  async 'an anchor deleted'(pick) {
    await tx.run('DELETE FROM platform.audit_anchor WHERE n = $1', [1 + pick(2)])
  },
  async 'an anchor edited'(pick) {
    const n = 1 + pick(2)
    const { body } = await tx.one<{ body: string }>('SELECT body FROM platform.audit_anchor WHERE n = $1', [n])
    await tx.run('UPDATE platform.audit_anchor SET body = $2 WHERE n = $1', [n, twisted(body, pick)])
  },
  async 'a tail cut off with its head and the anchor'(pick) {
    const { stream, n, prev } = await anyEntry(pick)
    await tx.run('DELETE FROM platform.audit_entry WHERE stream = $1 AND n >= $2', [stream, n])
    await setHead(stream, n - 1, prev)
    await tx.run('DELETE FROM platform.audit_anchor WHERE n = 2')
  },
}

describe('the audit log', () => {
  test('as it was written has nothing to find', async () => {
    const verdict = await verifyAudit(tx, { keys: [key], published })
    expect(verdict).toEqual({ entries: 120, anchors: 2, findings: [] })
  })

  test('of no entries at all has nothing to find', async () => {
    const empty = await testDatabase()
    expect(await empty.transaction('web', null, web => verifyAudit(web, { keys: [key], published: [] }))).toEqual({
      entries: 0,
      anchors: 0,
      findings: [],
    })
  })

  test('gives away each of 1,100 random edits, deletions, swaps and truncations', { timeout: 120_000 }, async () => {
    const kinds = Object.keys(tampering)
    const missed: string[] = []
    for (let round = 0; round < 1100; round++) {
      const kind = kinds[round % kinds.length]!
      await tx.bare('BEGIN')
      await tampering[kind]!(random(round))
      const { findings } = await verifyAudit(tx, { keys: [key], published })
      await tx.bare('ROLLBACK')
      if (findings.length === 0) missed.push(`${kind}, round ${round}`)
    }
    expect(missed).toEqual([])
    expect((await verifyAudit(tx, { keys: [key], published })).findings).toEqual([])
  })

  test('cannot be written around by the application: no edit, no deletion, no entry without its link', async () => {
    for (const role of ['web', 'worker', 'matcher', 'stats'] as const) {
      for (const statement of [
        `UPDATE platform.audit_entry SET what = 'x'`,
        'DELETE FROM platform.audit_entry',
        'TRUNCATE platform.audit_entry',
        'INSERT INTO platform.audit_entry SELECT * FROM platform.audit_entry LIMIT 1',
        'UPDATE platform.audit_head SET n = 0',
        'DELETE FROM platform.audit_anchor',
        `UPDATE platform.audit_anchor SET body = ''`,
      ]) {
        const attempt = database.transaction(role, { userId: 'x', allowed: [], barred: [] }, as => as.run(statement))
        await expect(attempt, `${role}: ${statement}`).rejects.toMatchObject({ code: '42501' })
      }
    }
  })
})

describe('anchors', () => {
  test('are not written again while nothing was added', async () => {
    const again = await database.transaction('worker', null, worker => writeAnchor(worker, key, '2026-11-21T09:30:00Z'))
    expect(again).toBeNull()
    expect(await database.transaction('worker', null, worker => publishAnchors(worker, file))).toBe(0)
  })

  test('signed with another secret are not believed', async () => {
    const { findings } = await verifyAudit(tx, { keys: [anchorKey('another')], published })
    expect(findings.map(finding => finding.kind)).toContain('anchor-forged')
  })

  test('signed with a former secret of the deployment are believed', async () => {
    const { findings } = await verifyAudit(tx, { keys: [anchorKey('the secret of today'), key], published })
    expect(findings).toEqual([])
  })

  test('a line of the file cut short by a crash is written again in full', async () => {
    const whole = readFileSync(file, 'utf8')
    const other = path.join(folder, 'cut.jsonl')
    writeFileSync(other, whole.slice(0, -20))
    expect(await readAnchorFile(other)).toHaveLength(1)
    await database.transaction('worker', null, worker => publishAnchors(worker, other))
    expect(readFileSync(other, 'utf8')).toBe(whole)
  })

  test('a line of the file that was edited is found', async () => {
    const other = path.join(folder, 'edited.jsonl')
    const [first, second] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(other, `${first!.replace('09:10:00', '09:10:01')}\n`)
    appendFileSync(other, `${second}\n`)
    const { findings } = await verifyAudit(tx, { keys: [key], published: await readAnchorFile(other) })
    expect(findings.map(finding => finding.kind)).toEqual(expect.arrayContaining(['anchors-differ', 'anchor-forged']))
  })

  test('a file whose lines are in another order is found', async () => {
    const { findings } = await verifyAudit(tx, { keys: [key], published: [...published].reverse() })
    expect(findings.length).toBeGreaterThan(0)
  })
})
