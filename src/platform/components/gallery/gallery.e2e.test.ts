import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '../index.ts'
import { galleryPages } from './gallery.tsx'

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}
const NAMES = galleryPages('test').map(page => page.name)

const folder = mkdtempSync(join(tmpdir(), 'gallery-'))
let server: Server
let browser: Browser
let address = ''
/** What the page sent as drafts; `answer` is what the service says. */
const drafts: string[] = []
let answer = 200

beforeAll(async () => {
  await buildAssets(join(folder, 'assets'))
  const pages = new Map(galleryPages('test').map(page => [`/${page.name}.html`, page.html]))
  server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'POST') {
      let body = ''
      for await (const chunk of request) body += chunk
      drafts.push(body)
      return reply.writeHead(answer, { 'content-type': 'application/json' }).end('{}')
    }
    const page = pages.get(pathname)
    if (page)
      return reply
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP })
        .end(page)
    try {
      const file = readFileSync(join(folder, pathname))
      return reply.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' }).end(file)
    } catch {
      return reply.writeHead(404).end()
    }
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const executablePath =
    process.env.CHROMIUM_PATH ??
    execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  browser = await chromium.launch({
    executablePath,
    args: [...args, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function opened(context: BrowserContext, name: string) {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  await page.goto(`${address}/${name}.html`)
  return { page, complaints }
}

test.each(NAMES)('%s has no fault axe can find, and asks for nothing its policy forbids', async name => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { page, complaints } = await opened(context, name)
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test.each(NAMES)('%s needs no scrolling sideways at four times the size, with script and without', async name => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled })
    const { page } = await opened(context, name)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect({ javaScriptEnabled, wide }).toEqual({ javaScriptEnabled, wide: 0 })
    await context.close()
  }
})

test('the first tab stop skips to the content, and what is focused can be seen', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { page } = await opened(context, 'case-list')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content')
  await context.close()
})

test('a long text saves itself while it is written, and says when', async () => {
  const context = await browser.newContext()
  const { page } = await opened(context, 'fields')
  drafts.length = 0
  await page.fill('#note', 'He said <b>"nothing"</b> & left 👋')
  await page.getByText(/^Saved at (\d{1,2}(:\d\d)?(am|pm)|midday|midnight)$/).waitFor()
  const sent = new URLSearchParams(drafts[drafts.length - 1])
  expect(sent.get('intent')).toBe('save-draft')
  expect(sent.get('note')).toBe('He said <b>"nothing"</b> & left 👋')
  await context.close()
})

test('words the service did not take come back when the page is opened again, and only there', async () => {
  const context = await browser.newContext()
  const { page } = await opened(context, 'fields')
  answer = 503
  await page.fill('#note', 'Written while the line was down')
  await page.getByText('Not saved: the service cannot be reached', { exact: false }).waitFor()
  page.on('dialog', dialog => dialog.accept())
  answer = 200
  drafts.length = 0
  await page.goto(`${address}/fields.html`)
  expect(await page.inputValue('#note')).toBe('Written while the line was down')
  await page.getByText(/^Saved at /).waitFor()
  expect(new URLSearchParams(drafts[0]).get('note')).toBe('Written while the line was down')
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('throughline-draft'))),
  ).toEqual([])
  await context.close()
})

test('words the service refuses are not sent again and again, and leaving asks first', async () => {
  const context = await browser.newContext()
  const { page } = await opened(context, 'fields')
  answer = 403
  await page.fill('#note', 'Not mine to write')
  await page.getByText('Not saved: the service refused it', { exact: false }).waitFor()
  answer = 200
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await context.close()
})

test('a filter is remembered by its choices, and a typed word never is', async () => {
  const context = await browser.newContext()
  const { page } = await opened(context, 'case-list')
  await page.check('input[name=session][value=pm]')
  await page.click('text=Apply filters')
  expect(await page.evaluate(() => localStorage.getItem('throughline-filter|gallery'))).toBe('session=am&session=pm')
  await page.goto(`${address}/case-list.html`)
  await page.waitForURL(/session=am&session=pm$/)
  await context.close()
})
