import { BackLink } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type At, page, post } from '../../../platform/web/index.ts'
import { createRecord, hearingForReport } from '../../court/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { casePage, casePost, identityBar, identityGroup } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { requestReport } from '../commands/request-report.ts'
import { factsOfHearing } from '../rules/hearing-facts.ts'
import { type AskModel, askForm, askModel, readAsked } from './ask-report.view.ts'
import { AskReportForm } from './ask-report-form.tsx'
import { requestPath } from './request-address.ts'

const courtsOf = (ctx: Context) => allCourts(ctx.tx, ctx.today)

/** Asks for a report from the person's record: any court, the Crown Court too. */
export const askReportPage = casePage<AskModel>({
  path: '/reports/ask',
  name: 'advice.ask-report',
  title: 'Ask for a court report',
  allow: 'advice.request',
  tab: 'reports',
  back: { path: '/reports', text: 'Court reports' },
  view: async ctx => askModel(await courtsOf(ctx), ctx.viewer.courtCodes, null),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Ask for a court report</h1>
      <AskReportForm model={model} beforePlea={false} />
    </>
  ),
  posts: { ask: askPost(false) },
})

/** Records that the defence asks for a report before plea. */
export const askBeforePleaPage = casePage<AskModel>({
  path: '/reports/ask-before-plea',
  name: 'advice.ask-before-plea',
  title: 'Request before plea',
  allow: 'advice.request',
  tab: 'reports',
  back: { path: '/reports', text: 'Court reports' },
  view: async ctx => askModel(await courtsOf(ctx), ctx.viewer.courtCodes, null),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Request before plea</h1>
      <p class="govuk-body">
        Record what the defence says. What they did not say is left open: the reply then names what is missing.
      </p>
      <AskReportForm model={model} beforePlea />
    </>
  ),
  posts: { ask: askPost(true) },
})

function askPost(beforePlea: boolean) {
  return casePost({
    allow: 'advice.request',
    form: askForm,
    run: async (ctx, opened, form) => {
      const given = { personId: opened.personId, appearanceId: null, hearing: null, beforePlea }
      const asked = readAsked(form, given, ctx.today)
      if (!asked.ok) return asked
      const done = await requestReport(ctx, asked.value)
      if (!done.ok) return done
      return ok({ to: requestPath(opened.crn, done.value.id), say: 'The report is asked for' })
    },
  })
}

type AtCourtModel = AskModel & { readonly back: string; readonly opensRecord: boolean; readonly settleFirst: boolean }

/** Asks for a report about a defendant at court. A defendant nobody knows gets a record with it; one who may be somebody
 *  on record is settled first. */
export const askReportAtCourtPage = page<AtCourtModel>({
  path: '/court/defendants/:person/:appearance/report',
  name: 'advice.ask-report-at-court',
  title: 'Ask for a court report',
  allow: 'advice.request',
  section: 'courts',
  async view(ctx, at) {
    const from = await hearingAt(ctx, at)
    const { personId, appearanceId, matchState } = from.hearing
    ctx.look('advice.ask-report-at-court', [personId])
    const known = (await identityBar(ctx.tx, [personId])).get(personId)?.crn
    return {
      ...askModel(await courtsOf(ctx), ctx.viewer.courtCodes, from),
      back: `/court/defendants/${personId}/${appearanceId}`,
      opensRecord: !known,
      settleFirst: !known && matchState === 'POSSIBLE',
    }
  },
  before: model => <BackLink href={model.back} text="Defendant at court" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">Ask for a court report</h1>
      {model.settleFirst ? (
        <p class="govuk-body">
          There may be a record of this person.{' '}
          <a class="govuk-link" href={model.back}>
            Settle who this is first
          </a>
        </p>
      ) : (
        <>
          {model.opensRecord && <p class="govuk-body">The person has no record yet. One is opened with the request.</p>}
          <AskReportForm model={model} beforePlea={false} />
        </>
      )}
    </>
  ),
  posts: {
    ask: post({
      allow: 'advice.request',
      form: askForm,
      run: async (ctx, form, at) => {
        const from = await hearingAt(ctx, at)
        const { personId, appearanceId } = from.hearing
        const asked = readAsked(form, { personId, appearanceId, hearing: from, beforePlea: false }, ctx.today)
        if (!asked.ok) return asked
        const done = await requestReport(ctx, asked.value)
        if (!done.ok) return done
        const held = (await identityBar(ctx.tx, [personId])).get(personId)?.crn
        if (held) return ok({ to: requestPath(held, done.value.id), say: 'The report is asked for' })
        const opened = await createRecord(ctx, { appearanceId })
        if (!opened.ok) return opened
        return ok({
          to: requestPath(opened.value.crn, done.value.id),
          say: 'A record is opened and the report asked for',
        })
      },
    }),
  },
})

async function hearingAt(ctx: Context, at: At) {
  const { person = '', appearance = '' } = at.params
  const hearing = isId(person) && isId(appearance) ? await hearingForReport(ctx.tx, person, appearance) : undefined
  if (!hearing || hearing.defendantType === 'ORGANISATION') throw new NotFound('This case is not on the list.')
  const orders = await ordersOf(ctx.tx, await identityGroup(ctx.tx, person), ctx.today)
  const suspended = orders.filter(one => one.family === 'suspended-sentence').map(one => one.id)
  return { hearing, facts: factsOfHearing(hearing, suspended) }
}
