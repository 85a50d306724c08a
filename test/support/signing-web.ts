import { assessmentPages, permissions } from '../../src/domains/assessment/index.ts'
import { fillInForTest, openForTest } from '../../src/domains/assessment/signing.fixture.ts'
import { loadFlagTypes, personPages } from '../../src/domains/person/index.ts'
import { type Context, inContext } from '../../src/platform/context/index.ts'
import { courtOfficer } from './court-services.ts'
import { personWeb, type StaffBrowser, sendForm } from './person-pages-for-tests.ts'

const known = {
  ...{ 'R1.3.3.1': 'YES', 'R2.2': 'YES', 'R5.2': 'YES' },
  ...{ 'SUM6.1.1': 'LOW', 'SUM6.2.1': 'HIGH', 'SUM6.3.1': 'LOW', 'SUM6.4.1': 'LOW' },
}

/** The assessment pages with an officer, a senior, and assessments that are high for the public. */
export async function signingWeb() {
  const pages = await personWeb([...personPages, ...assessmentPages], permissions)
  const viewer = courtOfficer('ann', { roles: ['practitioner'], regionCode: 'J' })
  const as = <T>(work: (ctx: Context) => Promise<T>) =>
    inContext(pages.web.services, { viewer, requestId: 't', channel: 'test' }, work)
  await as(ctx => loadFlagTypes(ctx.tx))
  return {
    pages,
    officer: await pages.staff('ann', 'practitioner'),
    senior: await pages.staff('sam', 'team-manager'),
    /** Answers the address of a new assessment's pages. */
    async opened(lastName: string, filled: boolean): Promise<string> {
      const { personId, crn } = await pages.record({ lastName })
      const id = await as(async ctx => {
        const assessment = await openForTest(ctx, personId)
        if (filled) await fillInForTest(ctx, personId, assessment, known)
        return assessment
      })
      return `/case/${crn}/assessments/${id}`
    },
  }
}

export type SigningWeb = Awaited<ReturnType<typeof signingWeb>>

/** The version a page's forms were drawn for. */
export async function versionAt(browser: StaffBrowser, url: string): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await browser.get(url)).body)?.[1] ?? ''
}

export const goodQuality = {
  ...{ 'quality-needs': 'good', 'quality-harm': 'good', 'quality-levels': 'good', 'quality-plan': 'good' },
}

/** Signs the filled-in assessment at the address as its officer. */
export function signAt({ officer }: SigningWeb, base: string) {
  return sendForm(officer, `${base}/sign`, { intent: 'sign', version: '1', despiteWarnings: 'yes' })
}
