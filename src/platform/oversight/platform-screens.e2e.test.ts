import { execFileSync } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { type TestWeb, webForTests } from '../../../test/support/web-for-tests.ts'
import { addAccount } from '../access/index.ts'
import { api, registerApi } from '../api/index.ts'
import { buildAssets } from '../components/index.ts'
import { ok } from '../errors/index.ts'
import { oversightPages, platformPermissions } from './index.ts'

const start = '2026-11-21T09:00:00.000Z'
let web: TestWeb
let browser: Browser
let address: string

beforeAll(async () => {
  const db = await testDatabase()
  web = await webForTests(db, {
    demonstration: true,
    pages: oversightPages(db.settings.secret),
    permissions: [
      ...platformPermissions,
      { action: 'test.read', about: 'read', roles: { admin: 'any' }, scope: 'test.read' },
    ],
    also: (app, options) =>
      registerApi(app, options, [
        api({
          method: 'GET',
          path: '/things/:thing',
          action: 'test.read',
          summary: 'Read a thing',
          tag: 'Things',
          params: z.object({ thing: z.string() }),
          reply: z.object({ name: z.string() }),
          run: async (_ctx, { params }) => ok({ name: params.thing }),
        }),
      ]),
  })
  await buildAssets(web.options.assetFolder)
  const dot = {
    username: 'dot',
    displayName: 'Dot Admin',
    roles: ['admin'],
    demonstration: true,
    openedBy: 'test',
  } as const
  await db.transaction('web', null, tx => addAccount(tx, dot, start))
  address = await web.app.listen({ port: 0, host: '127.0.0.1' })
  const executablePath =
    process.env.CHROMIUM_PATH ??
    execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim()
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
})
afterAll(async () => {
  await browser?.close()
  await web?.close()
  await dropAll()
})

/** A page whose console errors, which include everything its policy refused, are gathered. */
async function watched(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  return { page, complaints }
}

async function faults(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html}`)
}

test.each([true, false])(
  'signing in, looking after the service and signing out (script: %s)',
  async javaScriptEnabled => {
    const context = await browser.newContext({ javaScriptEnabled })
    const { page, complaints } = await watched(context)
    await page.goto(`${address}/admin/jobs`)
    expect(await page.title()).toBe('Sign in – Throughline')
    if (javaScriptEnabled) expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign in as Dot Admin' }).click()
    for (const [path, heading] of [
      ['/admin/jobs', 'Jobs'],
      ['/admin/audit', 'Audit search'],
      ['/admin/audit?from=soon', 'Audit search'],
      ['/admin/webhooks', 'Webhooks'],
      ['/admin/clients', 'Other systems'],
      ['/help/permissions', 'Who may do what'],
      ['/held-forms', 'Nothing is waiting to be sent'],
      ['/sign-out', 'Sign out'],
    ] as const) {
      await page.goto(address + path)
      expect(await page.getByRole('heading', { level: 1 }).textContent(), path).toBe(heading)
      if (javaScriptEnabled) expect(await faults(page), path).toEqual([])
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are signed out')
    if (javaScriptEnabled) expect(await faults(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('the API can be browsed without anything its own policy forbids', async () => {
  const context = await browser.newContext()
  const { page, complaints } = await watched(context)
  await page.goto(`${address}/api/docs`)
  await page.getByText('Read a thing').click()
  await page.getByText('Machine clients need the scope').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('pages fit a screen of 320 pixels, which is what 400% leaves of a laptop', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const { page } = await watched(context)
  await page.goto(`${address}/sign-in`)
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await sideways()).toBe(0)
  await page.getByRole('button', { name: 'Sign in as Dot Admin' }).click()
  for (const path of ['/admin/jobs', '/admin/webhooks', '/admin/clients', '/help/permissions']) {
    await page.goto(address + path)
    expect(await sideways(), path).toBe(0)
  }
  await context.close()
})
