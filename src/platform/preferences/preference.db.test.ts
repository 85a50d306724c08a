import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { machine, permissionTable } from '../access/index.ts'
import { instant } from '../calendar/index.ts'
import { type Context, inContext, type Services } from '../context/index.ts'
import { newId } from '../store/index.ts'
import { keepPreference, readPreference } from './index.ts'

let services: Services
beforeAll(async () => {
  services = {
    db: await testDatabase(),
    permissions: permissionTable([]),
    clock: () => ({ now: instant(new Date()), today: '2026-11-21' }),
    limitsOf: async () => ({ allowed: [], barred: [] }),
    reactions: new Map(),
  }
})
afterAll(dropAll)

const courts = z.array(z.string())
const ada = newId()
const as = <T>(id: string, work: (ctx: Context) => Promise<T>) =>
  inContext(services, { viewer: { ...machine('test'), id }, requestId: 'test', channel: 'test', role: 'web' }, work)

test('a choice is remembered for its user and for nobody else', async () => {
  expect(await as(ada, ctx => readPreference(ctx, 'courts', courts, ['first']))).toEqual(['first'])
  await as(ada, ctx => keepPreference(ctx, 'courts', ['B01CX']))
  await as(ada, ctx => keepPreference(ctx, 'courts', ['B01CX', 'B20BL']))
  expect(await as(ada, ctx => readPreference(ctx, 'courts', courts, []))).toEqual(['B01CX', 'B20BL'])
  expect(await as(newId(), ctx => readPreference(ctx, 'courts', courts, []))).toEqual([])
})

test('a choice kept in an older shape counts as none', async () => {
  await as(ada, ctx => keepPreference(ctx, 'filters', { old: true }))
  expect(await as(ada, ctx => readPreference(ctx, 'filters', courts, ['fallback']))).toEqual(['fallback'])
})
