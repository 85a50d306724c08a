import { permissions as advice, advicePages } from '../../src/domains/advice/index.ts'
import { permissions as assessment } from '../../src/domains/assessment/index.ts'
import { permissions as court } from '../../src/domains/court/index.ts'
import { loadCatalogue, loadStructure, permissions as organisation } from '../../src/domains/organisation/index.ts'
import { user } from '../../src/domains/person/test-people.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import { inContext } from '../../src/platform/context/index.ts'
import { newId } from '../../src/platform/store/index.ts'
import { personWeb } from './person-pages-for-tests.ts'

/** The pages of reports and proposals with people of an area where unpaid work runs, and requests for reports
 *  after conviction. */
export async function proposalWeb() {
  const pages = await personWeb(advicePages, [...advice, ...assessment, ...court, ...organisation, ...sentence])
  const keeper = { viewer: user('keeper', ['region']), requestId: 'test', channel: 'test' }
  await inContext(pages.web.services, keeper, async ctx => {
    await loadStructure(ctx.tx, {
      regions: [{ code: 'J', name: 'Northmoor Region' }],
      providers: [],
      deliveryUnits: [{ code: 'J1NOR', name: 'Northmoor', regionCode: 'J' }],
      teams: [{ code: 'J1T001', name: 'Northmoor Courts', deliveryUnitCode: 'J1NOR', providerCode: 'J1' }],
    })
    const work = { areaCode: 'J1NOR', option: 'unpaid-work', runs: true, provider: 'Northmoor works', place: 'Yard' }
    const when = { nextStartOn: '2026-12-07' as const, waitWeeks: 2, hoursAWeek: 7, times: [] }
    return loadCatalogue(ctx, [{ ...work, ...when, activities: [], note: null }])
  })
  return {
    ...pages,
    async request() {
      const { personId, crn } = await pages.record({ lastName: 'Proposed' })
      const requestId = newId()
      const offence = {
        code: 'TH68001',
        title: 'Theft',
        committedOn: '2026-08-03',
        convictedOn: '2026-11-02',
        main: true,
      }
      const { db } = pages.web.services
      await db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, tx =>
        tx.run(
          `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, facts,
             team_code)
           VALUES ($1, $2, 'after-conviction', 'manual', 'm1', 'B10JQ', '2026-11-03', 'ada', $3, 'J1T001')`,
          [personId, requestId, JSON.stringify({ offences: [offence] })],
        ),
      )
      return { personId, crn, requestId, base: `/case/${crn}/reports/${requestId}/proposal` }
    },
  }
}

export type ProposalWeb = Awaited<ReturnType<typeof proposalWeb>>
