import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildAssets } from '../../src/platform/components/index.ts'
import { sessionCookie } from '../../src/platform/web/index.ts'
import { dropAll } from './database.ts'
import { type ProductServer, productServer } from './product-server.ts'

export type ProductBrowser = {
  readonly server: ProductServer
  readonly browser: Browser
  /** Where the product listens. */
  readonly address: string
  /** A browser window in which this demonstration account is signed in. */
  signedIn(username: string, context: BrowserContext): Promise<void>
  close(): Promise<void>
}

/** The whole product with the demonstration region, listening, and a Chromium to look at it with. */
export async function productBrowser(): Promise<ProductBrowser> {
  const assetFolder = mkdtempSync(path.join(tmpdir(), 'throughline-assets-'))
  await buildAssets(assetFolder)
  const server = await productServer({ assetFolder })
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const executablePath =
    process.env.CHROMIUM_PATH ??
    execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  return {
    server,
    browser,
    address,
    async signedIn(username, context) {
      const { token } = await server.signedIn(username)
      await context.addCookies([{ name: sessionCookie(false), value: token, url: address }])
    },
    async close() {
      await browser.close()
      await server.close()
      await dropAll()
      rmSync(assetFolder, { recursive: true, force: true })
    },
  }
}

/** Console errors of a page, which include everything its content policy refused. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  return complaints
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What WCAG 2.2 AA finds wrong on the page, with the first place of each. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // Legacy mode leaves out a blank page opened for each analysis, which only frames of other origins need.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(wcag)
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300)}`)
}
