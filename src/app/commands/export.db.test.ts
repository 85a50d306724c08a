import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { addProvisionalPerson, limitAccess, openRecord, type PersonFacts } from '../../domains/person/index.ts'
import { accountNamed, addAccount, machine, type Viewer } from '../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import type { Database } from '../../platform/store/index.ts'
import { servicesOn } from '../services.ts'
import { exportRecord } from './export.ts'

let db: Database
let services: Services
let open: { crn: string; personId: string }
let limited: { crn: string; personId: string }
const facts = (lastName: string): PersonFacts => ({
  firstName: 'Perpetua',
  lastName,
  dateOfBirth: '1980-02-03',
  sex: 'female',
  source: 'STAFF',
  sourceId: lastName,
})

beforeAll(async () => {
  db = await testDatabase()
  services = servicesOn(db)
  await as(machine('test'), async ctx => {
    for (const [username, role] of [
      ['records', 'information-rights'],
      ['limits', 'lao-admin'],
    ] as const) {
      const account = { username, displayName: username, roles: [role], openedBy: 'test' }
      expect((await addAccount(ctx.tx, account, ctx.now)).ok).toBe(true)
    }
    open = await record(ctx, facts('Quillfeather'))
    limited = await record(ctx, facts('Hushborough'))
  })
  const limiter = await as(machine('test'), ctx => accountNamed(ctx.tx, 'limits', ctx.now))
  await as(limiter!, async ctx => {
    const limit = await limitAccess(ctx, {
      crn: limited.crn,
      kind: 'restriction',
      subjects: [{ kind: 'user', value: 'records' }],
      startsOn: ctx.today,
      endsOn: null,
      reasonCode: 'other',
      reason: 'A test.',
      authoriser: 'A head of unit',
      reviewOn: null,
      message: null,
      lockMyselfOut: true,
    })
    expect(limit).toMatchObject({ ok: true })
  })
})
afterAll(dropAll)

test('everybody: a file and a schema for each kind; people of limited access are left out and counted', async () => {
  const folder = newFolder()
  const done = await exportRecord(services, { crn: null, recipient: 'an auditor', why: 'a test', folder, as: null })
  expect(done).toMatchObject({ ok: true, value: { hidden: 1 } })
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'))
  expect(readdirSync(path.join(folder, 'schema'))).toHaveLength(files.length)
  const everything = files.map(name => readFileSync(path.join(folder, name), 'utf8')).join('')
  expect(everything).toContain('Quillfeather')
  expect(everything).not.toContain('Hushborough')
  expect(everything).not.toContain(limited.crn)
  expect(everything).not.toContain(limited.personId)
  const person = linesOf(folder, 'person.person')
  const schema = JSON.parse(readFileSync(path.join(folder, 'schema/person.person.schema.json'), 'utf8'))
  expect(Object.keys(person[0]!).sort()).toEqual([...schema.required].sort())
})

test('one person of limited access is given out to a user who may see them, and to nobody else', async () => {
  const wanted = { crn: limited.crn, recipient: 'the person', why: 'subject access' }
  expect(await exportRecord(services, { ...wanted, folder: newFolder(), as: null })).toMatchObject({
    ok: false,
    problems: [{ field: 'person', code: 'not-found' }],
  })
  const folder = newFolder()
  expect(await exportRecord(services, { ...wanted, folder, as: 'records' })).toMatchObject({ ok: true })
  expect(linesOf(folder, 'person.person')).toMatchObject([{ last_name: 'Hushborough' }])
  const audited = await as(machine('test'), ctx =>
    ctx.tx.rows<{ body: string }>(`SELECT body FROM platform.audit_entry WHERE what = 'export' AND $1 = ANY (people)`, [
      limited.personId,
    ]),
  )
  expect(audited).toHaveLength(1)
  expect(JSON.parse(audited[0]!.body)).toMatchObject({
    operation: 'disclose',
    recipient: 'the person',
    actor: 'records',
  })
})

test('a folder that is there already, an unknown number and a user without the right are refused by name', async () => {
  const wanted = { crn: open.crn, recipient: 'x', why: 'y', as: null }
  const there = newFolder()
  expect(await exportRecord(services, { ...wanted, folder: path.dirname(there) })).toMatchObject({
    problems: [{ field: 'folder' }],
  })
  expect(await exportRecord(services, { ...wanted, crn: 'Z999999', folder: newFolder() })).toMatchObject({
    problems: [{ field: 'person' }],
  })
  expect(await exportRecord(services, { ...wanted, as: 'nobody-here', folder: newFolder() })).toMatchObject({
    problems: [{ field: 'as' }],
  })
  await expect(exportRecord(services, { ...wanted, as: 'limits', folder: newFolder() })).rejects.toThrow(/role/)
})

function as<T>(viewer: Viewer, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inContext(services, { viewer, requestId: 'test', channel: 'test' }, work)
}

async function record(ctx: Context, of: PersonFacts) {
  const personId = await addProvisionalPerson(ctx, of)
  return { personId, ...(await openRecord(ctx, personId, 'staff')) }
}

function newFolder(): string {
  return path.join(mkdtempSync(path.join(os.tmpdir(), 'export-')), 'out')
}

function linesOf(folder: string, kind: string): Record<string, unknown>[] {
  return readFileSync(path.join(folder, `${kind}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}
