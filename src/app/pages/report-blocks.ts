import { choicesAwaitingManager, openRequests, reportsAtCourt } from '../../domains/advice/index.ts'
import { identityBar } from '../../domains/person/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { longDate, savedAt } from '../../platform/words/index.ts'
import { block, type HomeBlock } from './home.view.ts'

type About = { readonly personId: string; readonly requestId: string; readonly more: string; readonly path: string }

/** Reports the viewer's courts need, the soonest first, in as many rows as there are reports. */
export async function reportsDueBlock(ctx: Context): Promise<HomeBlock> {
  const { courtCodes, regionCode } = ctx.viewer
  const open = await openRequests(ctx.tx, { courts: courtCodes, regionCode: courtCodes.length > 0 ? null : regionCode })
  return block({
    one: 'court report to prepare',
    many: 'court reports to prepare',
    count: open.length,
    href: '/reports',
    rows: await rowsOf(
      ctx,
      open.map(({ personId, id, requiredBy, writer }) => ({
        ...{ personId, requestId: id, path: '' },
        more: [
          requiredBy ? `Needed by ${longDate(requiredBy)}` : 'No day given',
          writer ? writer.name : 'not allocated',
        ].join(', '),
      })),
    ),
    empty: `No report is open for your courts on ${longDate(ctx.today)}.`,
  })
}

/** What a manager decides about reports: those to countersign, then proposals outside the sentence frame. */
export async function reportDecisionsBlock(ctx: Context): Promise<HomeBlock> {
  const open = await openRequests(ctx.tx, { courts: [], regionCode: ctx.viewer.regionCode })
  const ready = open.filter(one => one.state === 'READY_FOR_COUNTERSIGN')
  const choices = await choicesAwaitingManager(ctx.tx)
  const rows = await rowsOf(ctx, [
    ...ready.map(({ personId, id, requiredBy }) => ({
      ...{ personId, requestId: id, path: '/report/check' },
      more: requiredBy ? `Report to countersign, needed by ${longDate(requiredBy)}` : 'Report to countersign',
    })),
    ...choices.map(({ personId, requestId }) => ({
      ...{ personId, requestId, path: '/proposal', more: 'Proposal outside the sentence frame to agree' },
    })),
  ])
  return block({
    one: 'report or proposal to decide',
    many: 'reports and proposals to decide',
    count: rows.length,
    href: null,
    rows,
    empty: `No report or proposal of your region waited on ${longDate(ctx.today)}.`,
  })
}

/** The reports a sentencer can read today. */
export async function reportsToReadBlock(ctx: Context): Promise<HomeBlock> {
  const reports = await reportsAtCourt(ctx.tx, ctx.viewer.courtCodes, ctx.today)
  const people = [...new Set(reports.map(one => one.personId))]
  if (people.length > 0) ctx.look('app.reports-to-read', people)
  const bars = await identityBar(ctx.tx, people)
  return block({
    one: 'report for today',
    many: 'reports for today',
    count: reports.length,
    href: '/sentencer',
    rows: reports.map(({ personId, requestId, deliveredAt }) => ({
      text: bars.get(personId)?.name ?? 'Name not to be shown',
      more: `Delivered ${savedAt(deliveredAt)}`,
      href: `/sentencer/reports/${requestId}`,
    })),
    empty: `No report has reached your courts for ${longDate(ctx.today)}.`,
  })
}

async function rowsOf(ctx: Context, about: readonly About[]): Promise<HomeBlock['rows']> {
  const people = [...new Set(about.map(one => one.personId))]
  if (people.length > 0) ctx.look('app.report-work', people)
  const bars = await identityBar(ctx.tx, people)
  return about.flatMap(({ personId, requestId, more, path }) => {
    const bar = bars.get(personId)
    if (!bar) return []
    const text = bar.limited ? (bar.crn ?? 'Limited access') : (bar.name ?? bar.crn ?? 'Name not known')
    return [{ text, more, href: bar.crn ? `/case/${bar.crn}/reports/${requestId}${path}` : '/reports' }]
  })
}
