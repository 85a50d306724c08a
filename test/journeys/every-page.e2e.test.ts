import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../src/app/pages.ts'
import { type Role, roles } from '../../src/platform/access/index.ts'
import { addressOf, type Seeded, seededThings } from '../support/addresses.ts'
import { axeFaults, complaintsOf, type ProductBrowser, productBrowser } from '../support/product-browser.ts'

let product: ProductBrowser
let things: Seeded

beforeAll(async () => {
  product = await productBrowser()
  things = await seededThings(product.server)
}, 240_000)
afterAll(() => product?.close())

type Shown = { readonly url: string; readonly as: Role | null }

/** Screens outside the list of pages. */
const outside: readonly Shown[] = [
  { url: '/sign-in', as: null },
  { url: '/signed-out', as: null },
  { url: '/sign-out', as: 'court' },
  { url: '/held-forms', as: 'court' },
  { url: '/no-such-page', as: 'court' },
]

/** Every screen of the server with a real address, seen by the first role the permission table lets in. A screen
 *  without a seeded address fails here. */
function screens(): readonly Shown[] {
  const { permissions } = product.server.services
  const downloads = new Set(pages.filter(page => page.send).map(page => page.path))
  const known = product.server.routes
    .filter(route => !downloads.has(route.url))
    .filter(route => route.method === 'GET' && route.allow && !route.url.startsWith('/api'))
    .map(route => {
      const may = permissions.row(route.allow!).roles
      const wanted: readonly Role[] = route.url.includes('/:remark') ? ['court'] : ['court', 'case-admin', ...roles]
      const as = wanted.find(role => may[role])
      if (!as) throw new Error(`Nobody may open ${route.url}`)
      return { url: addressOf(route.url, things), as }
    })
  const q = encodeURIComponent('Smith')
  return [...known, { url: `/search?q=${q}`, as: 'court' }, { url: `/search?q=${things.crn}`, as: 'court' }, ...outside]
}

const desk = { width: 1280, height: 900 }

async function windowOf(as: Role | null, javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await product.browser.newContext({ javaScriptEnabled, viewport: desk })
  if (as) await product.signedIn(as, context)
  return context
}

const lanes = 2

/** Opens every screen, in one window for each role of a lane; lanes work side by side. */
async function eachScreen(
  javaScriptEnabled: boolean,
  look: (page: Page, shown: Shown, status: number) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const all = screens()
  const wrong = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      inLane(
        all.filter((_, place) => place % lanes === lane),
        javaScriptEnabled,
        look,
      ),
    ),
  )
  return wrong.flat()
}

async function inLane(
  screensOfLane: readonly Shown[],
  javaScriptEnabled: boolean,
  look: (page: Page, shown: Shown, status: number) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const as of new Set(screensOfLane.map(shown => shown.as))) {
    const context = await windowOf(as, javaScriptEnabled)
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    let heard = 0
    for (const shown of screensOfLane.filter(one => one.as === as)) {
      await page.setViewportSize(desk)
      const answer = await page.goto(product.address + shown.url)
      const found = [...(await look(page, shown, answer?.status() ?? 0)), ...complaints.slice(heard)]
      heard = complaints.length
      const expected = found.filter(text => !(shown.url === '/no-such-page' && text.includes('404')))
      wrong.push(...expected.map(text => `${shown.url} as ${as ?? 'nobody'}: ${text}`))
    }
    await context.close()
  }
  return wrong
}

const isThere = (shown: Shown, status: number): readonly string[] => {
  const wanted = shown.url === '/no-such-page' ? 404 : 200
  return status === wanted ? [] : [`answered ${status}`]
}

test('every screen at a desk and at 320 pixels, as at 400%: no axe violation, nothing the policy refused, the first Tab skips to the content, and only tables in their own pane scroll sideways', async () => {
  const wrong = await eachScreen(true, async (page, shown, status) => {
    const faults = [...isThere(shown, status), ...(await axeFaults(page))]
    await page.keyboard.press('Tab')
    const first = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (first !== 'Skip to main content') faults.push(`the first Tab reaches "${first}"`)
    await page.setViewportSize({ ...desk, width: 320 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    return width > 320 ? [...faults, `is ${width} pixels wide`] : faults
  })
  expect(wrong).toEqual([])
}, 240_000)

test('every screen without script, and each of its controls is reached by keyboard', async () => {
  const wrong = await eachScreen(false, async (page, shown, status) => {
    const faults = [...isThere(shown, status)]
    const unreachable = await page
      .locator('main')
      .first()
      .locator(
        'a[tabindex="-1"], button[tabindex="-1"], input[tabindex="-1"]:not([type=hidden]), select[tabindex="-1"]',
      )
      .count()
    if (unreachable > 0) faults.push(`${unreachable} controls cannot be reached by Tab`)
    if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) faults.push('has not one main heading')
    return faults
  })
  expect(wrong).toEqual([])
}, 240_000)
