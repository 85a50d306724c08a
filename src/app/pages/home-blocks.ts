import { courtDays, proposalPath, proposalsWaiting } from '../../domains/court/index.ts'
import {
  breakGlassToReview,
  identityAlerts,
  limitedAccessRegister,
  registerView,
  useView,
} from '../../domains/person/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { longDate, savedAt } from '../../platform/words/index.ts'
import { countersignBlock, practitionerBlocks } from './assessment-blocks.ts'
import { block, type HomeBlock } from './home.view.ts'
import { myCases } from './my-cases.ts'
import { reportDecisionsBlock, reportsDueBlock, reportsToReadBlock } from './report-blocks.ts'

/** The work of this viewer, by what their role may do; the most urgent kind first. */
export async function homeBlocks(ctx: Context): Promise<readonly HomeBlock[]> {
  return [
    ...(ctx.viewer.roles.some(role => role === 'court' || role === 'case-admin') ? await courtWork(ctx) : []),
    ...(ctx.can('advice.read-at-court') ? [await reportsToReadBlock(ctx)] : []),
    ...(ctx.can('assessment.countersign') ? [await countersignBlock(ctx), await reportDecisionsBlock(ctx)] : []),
    ...(ctx.viewer.roles.includes('practitioner') ? await practitionerBlocks(ctx) : []),
    ...(ctx.viewer.roles.some(role => role === 'practitioner' || role === 'team-manager')
      ? [await myCasesBlock(ctx)]
      : []),
    ...(ctx.can('person.merge') ? [await identitiesBlock(ctx)] : []),
    ...(ctx.can('person.limit-access') ? await limitBlocks(ctx) : []),
  ]
}

/** The day's lists and matches, then what is late, reports and results: the busiest court has work in all of them. */
async function courtWork(ctx: Context): Promise<readonly HomeBlock[]> {
  const [today, matches, outcomes] = await courtBlocks(ctx)
  return [
    today!,
    matches!,
    await reportsDueBlock(ctx),
    ctx.viewer.roles.includes('case-admin') ? await proposalsBlock(ctx) : outcomes!,
  ]
}

async function courtBlocks(ctx: Context): Promise<readonly HomeBlock[]> {
  const days = await courtDays(ctx)
  const today = days.filter(one => one.day === ctx.today)
  const on = longDate(ctx.today)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const possible = days.filter(one => one.possible.number > 0)
  const behind = days.filter(one => one.day < ctx.today && one.outcomeToAdd.number > 0)
  return [
    block({
      one: 'person on today’s lists',
      many: 'people on today’s lists',
      count: sum(today.map(one => one.listed.number)),
      href: null,
      rows: today.map(one => ({
        text: `${one.court}: ${one.listed.number}`,
        more: [`${one.toPrepare.number} to prepare`, `${one.breach.number} in breach`, one.hidden]
          .filter(Boolean)
          .join(', '),
        href: one.listed.href,
      })),
      empty: `None of your courts has a list for ${on}.`,
    }),
    block({
      one: 'possible match to confirm',
      many: 'possible matches to confirm',
      count: sum(possible.map(one => one.possible.number)),
      href: null,
      rows: possible.map(one => ({
        text: `${one.court}: ${one.possible.number}`,
        more: longDate(one.day),
        href: one.possible.href,
      })),
      empty: `On ${on} nobody on your courts’ lists waits for a match.`,
    }),
    block({
      one: 'outcome still to add',
      many: 'outcomes still to add',
      count: sum(behind.map(one => one.outcomeToAdd.number)),
      href: null,
      rows: behind.map(one => ({
        text: `${one.court}: ${one.outcomeToAdd.number}`,
        more: `Heard ${longDate(one.day)}`,
        href: one.outcomeToAdd.href,
      })),
      empty: `Every hearing before ${on} has its outcome.`,
    }),
  ]
}

async function myCasesBlock(ctx: Context): Promise<HomeBlock> {
  const cases = await myCases(ctx)
  return block({
    one: 'person you manage',
    many: 'people you manage',
    count: cases.length,
    href: '/my-cases',
    rows: cases.map(one => ({ text: one.name, more: [one.crn, one.status].join(', '), href: one.href })),
    empty: `Nobody is recorded as managed by you on ${longDate(ctx.today)}.`,
  })
}

async function proposalsBlock(ctx: Context): Promise<HomeBlock> {
  const waiting = await proposalsWaiting(ctx.tx)
  if (waiting.length > 0) ctx.look('app.proposals-waiting', [...new Set(waiting.map(one => one.personId))])
  return block({
    one: 'court result to decide',
    many: 'court results to decide',
    count: waiting.length,
    href: '/court/proposals',
    rows: waiting.map(one => ({
      text: one.name,
      more: `Heard ${longDate(one.hearingDay)}`,
      href: proposalPath(one.personId, one.id),
    })),
    empty: `No court result waits for a decision on ${longDate(ctx.today)}.`,
  })
}

async function identitiesBlock(ctx: Context): Promise<HomeBlock> {
  const alerts = await identityAlerts(ctx)
  return block({
    one: 'identity to look at',
    many: 'identities to look at',
    count: alerts.length,
    href: '/identities',
    rows: alerts.map(alert => ({
      text: `CRN ${alert.crn ?? 'not given yet'}`,
      more: `Raised ${savedAt(alert.raisedAt)}`,
      href: '/identities',
    })),
    empty: `No identity needs attention on ${longDate(ctx.today)}.`,
  })
}

async function limitBlocks(ctx: Context): Promise<readonly HomeBlock[]> {
  const uses = await breakGlassToReview(ctx)
  const due = registerView(await limitedAccessRegister(ctx), ctx.today, true)
  return [
    block({
      one: 'emergency opening to review',
      many: 'emergency openings to review',
      count: uses.length,
      href: '/limited-access/emergency-openings',
      rows: uses.map(useView).map(use => ({
        text: `CRN ${use.crn}`,
        more: `${use.who}, ${use.when}`,
        href: `/limited-access/emergency-openings/${use.id}`,
      })),
      empty: 'Every emergency opening so far has been reviewed.',
    }),
    block({
      one: 'limit ending or due for review',
      many: 'limits ending or due for review',
      count: due.rows.length,
      href: '/limited-access?show=attention',
      rows: due.rows.map(row => ({
        text: `CRN ${row.crn}`,
        more: [row.attention?.text, row.who].filter(Boolean).join(', '),
        href: `/limited-access/limits/${row.id}`,
      })),
      empty: due.empty,
    }),
  ]
}
