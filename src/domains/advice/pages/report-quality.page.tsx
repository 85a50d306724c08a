import { z } from 'zod'
import { londonDay } from '../../../platform/calendar/index.ts'
import { Button, InsetText, Table, Tag } from '../../../platform/components/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { ChoiceField, Form, LongTextField, page, post } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { identityBar } from '../../person/index.ts'
import { checkReportQuality } from '../commands/check-report-quality.ts'
import { depthWords } from '../parameters/report-fields.ts'
import { qualityAnswers, qualityQuestions, reportSampling } from '../parameters/report-quality.ts'
import { smallNumberUnder } from '../parameters/small-numbers.ts'
import { reportChecks, reportsToCheck, type SampledReport } from '../queries/report-quality.ts'
import { reportPath } from './report-addresses.ts'
import { type QualityTable, qualityView } from './report-quality.view.ts'

const address = '/reports/quality'

type Listed = {
  readonly name: string
  readonly href: string
  readonly kind: string
  readonly score: string
  readonly on: string
}
type Waiting = { readonly name: string; readonly href: string; readonly kind: string; readonly on: string }

type Model = {
  readonly mayCheck: boolean
  readonly waiting: readonly (Waiting & { readonly author: string })[]
  readonly tables: readonly QualityTable[]
  /** Null: no number was opened. `people` is null where the viewer sees figures only. */
  readonly listed: { readonly heading: string; readonly people: readonly Listed[] | null } | null
  readonly assumption: string
  readonly smallUnder: number
}

/** Court reports drawn for a look at their quality, and what readers found. */
export const reportQualityPage = page<Model>({
  path: address,
  name: 'advice.report-quality',
  title: 'Quality of court reports',
  allow: 'advice.see-quality',
  section: 'reports',
  async view(ctx, { query }) {
    const { regionCode, username } = ctx.viewer
    const mayCheck = ctx.can('advice.check-quality')
    const sample = mayCheck ? await reportsToCheck(ctx.tx, regionCode, ctx.today) : []
    const mine = sample.filter(one => one.author !== username)
    const checks = await reportChecks(ctx.tx, regionCode)
    const smallUnder = smallNumberUnder.on(ctx.today).value
    const asked = {
      by: query.one('by'),
      group: query.has('group') ? query.one('group') : null,
      show: query.one('show'),
    }
    const { tables, listed } = qualityView(checks, asked, smallUnder)
    const seen = listed && ctx.can('advice.see-reports') ? listed.checks : []
    const people = [...new Set([...mine, ...seen].map(one => one.personId))]
    const bars = await identityBar(ctx.tx, people)
    if (people.length > 0) ctx.look('advice.report-quality', people)
    const nameOf = (personId: string) => bars.get(personId)?.name ?? 'Name not known'
    return {
      ...{ mayCheck, tables, smallUnder },
      waiting: mine.map(one => ({
        name: nameOf(one.personId),
        href: `${address}/check?report=${one.reportId}`,
        ...{ kind: depthWords[one.depth], on: longDate(londonDay(one.signedAt)), author: one.authorName },
      })),
      listed: listed && {
        heading: listed.heading,
        people: ctx.can('advice.see-reports')
          ? seen.flatMap(one => {
              const crn = bars.get(one.personId)?.crn
              if (!crn) return []
              return [
                {
                  ...{ name: nameOf(one.personId), href: reportPath(crn, one.requestId), kind: depthWords[one.depth] },
                  score: `${one.percent}%, ${one.sufficient ? 'sufficient' : 'not sufficient'}`,
                  on: longDate(londonDay(one.at)),
                },
              ]
            })
          : null,
      },
      assumption: reportSampling.on(ctx.today).source.note ?? '',
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Quality of court reports</h1>
      {model.mayCheck && (
        <p class="govuk-body">
          {plural(model.waiting.length, 'report')} to check, the oldest first. Your own and those of people you may not
          see are left out.
        </p>
      )}
      <InsetText>
        Assumption: {model.assumption} The questions and the score are ours too (
        <a class="govuk-link" href="/rules/advice.report-quality-sampling">
          advice.report-quality-sampling
        </a>
        ).
      </InsetText>
      {model.waiting.length > 0 && (
        <Table
          classes="app-table--stack"
          caption="To check"
          captionClasses="govuk-table__caption--m"
          head={['Person', 'Report', 'Signed', 'Author'].map(text => ({ text }))}
          rows={model.waiting.map(one => [
            { html: <Linked href={one.href} text={one.name} /> },
            { text: one.kind },
            { text: one.on },
            { text: one.author },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">What readers found</h2>
      {model.tables.length === 0 ? (
        <p class="govuk-body">No check is finished yet, so quality is not known.</p>
      ) : (
        <>
          <p class="govuk-body">
            Groups with fewer than {model.smallUnder} checks are marked: too few to read anything into.
          </p>
          {model.tables.map(table => (
            <Scores table={table} />
          ))}
        </>
      )}
      {model.listed && (
        <section id="checked">
          <h2 class="govuk-heading-m">{model.listed.heading}</h2>
          {model.listed.people === null ? (
            <p class="govuk-body">Your role sees figures, not the people in them.</p>
          ) : (
            <Table
              classes="app-table--stack"
              caption="Reports"
              captionClasses="govuk-visually-hidden"
              head={['Person', 'Report', 'Score', 'Checked'].map(text => ({ text }))}
              rows={model.listed.people.map(one => [
                { html: <Linked href={one.href} text={one.name} /> },
                { text: one.kind },
                { text: one.score },
                { text: one.on },
              ])}
            />
          )}
        </section>
      )}
    </>
  ),
})

function Linked({ href, text, of }: { readonly href: string; readonly text: string; readonly of?: string }) {
  return (
    <a class="govuk-link" href={href}>
      {text}
      {of && <span class="govuk-visually-hidden"> {of}</span>}
    </a>
  )
}

function Scores({ table }: { readonly table: QualityTable }) {
  const numeric = 'numeric' as const
  return (
    <Table
      classes="app-table--stack"
      caption={table.caption}
      captionClasses="govuk-table__caption--s"
      head={[
        { text: 'Group' },
        ...['Checked', 'Average score', 'Sufficient', 'Share sufficient'].map(text => ({ text, format: numeric })),
      ]}
      rows={table.lines.map(line => [
        {
          html: (
            <>
              {line.group} {line.small && <Tag text="Few" classes="govuk-tag--yellow" />}
            </>
          ),
        },
        { html: <Linked {...line.checked} of={`checked, ${line.group}`} />, format: numeric },
        { text: line.average, format: numeric },
        { html: <Linked {...line.sufficient} of={`sufficient, ${line.group}`} />, format: numeric },
        { text: line.share, format: numeric },
      ])}
    />
  )
}

type CheckModel = {
  readonly report: SampledReport
  readonly name: string
  readonly read: string
  readonly own: boolean
}

const text = z.string().default('')

/** The form a reader fills in about one report of the sample. */
export const reportQualityCheckPage = page<CheckModel | null>({
  path: `${address}/check`,
  name: 'advice.report-quality-check',
  title: 'Check a court report',
  allow: 'advice.check-quality',
  section: 'reports',
  async view(ctx, { query }) {
    if (!query.has('report')) return null
    const sample = await reportsToCheck(ctx.tx, ctx.viewer.regionCode, ctx.today)
    const report = sample.find(one => one.reportId === query.one('report'))
    if (!report) throw new NotFound('This report is not in the sample, or somebody has checked it already.')
    const bar = (await identityBar(ctx.tx, [report.personId])).get(report.personId)
    ctx.look('advice.report-quality-check', [report.personId])
    const read = bar?.crn ? reportPath(bar.crn, report.requestId, '/pdf') : ''
    return { report, read, name: bar?.name ?? 'Name not known', own: report.author === ctx.viewer.username }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Check a court report</h1>
      {model ? (
        <CheckForm {...model} />
      ) : (
        <p class="govuk-body">
          <Linked href={address} text="Choose a report from the sample" />
        </p>
      )}
    </>
  ),
  posts: {
    check: post({
      allow: 'advice.check-quality',
      form: z.object({
        ...{ report: text, sufficient: text, feedback: text },
        ...{ analytical: text, personalised: text, sources: text, involvement: text, victim: text },
      }),
      run: async (ctx, { report, sufficient, feedback, ...answers }) => {
        const done = await checkReportQuality(ctx, { reportId: report, answers, sufficient, feedback })
        return done.ok ? ok({ to: address, say: 'The check is finished. The author sees your feedback' }) : done
      },
    }),
  },
})

function CheckForm({ report, name, read, own }: CheckModel) {
  return (
    <>
      <p class="govuk-body">
        {depthWords[report.depth]} on {name}, written by {report.authorName}, signed on{' '}
        {longDate(londonDay(report.signedAt))}. {read && <Linked href={read} text="Read the report as PDF" />}
      </p>
      {own ? (
        <InsetText>You wrote this report. Somebody else must check it.</InsetText>
      ) : (
        <Form action={`${address}/check?report=${report.reportId}`} intent="check">
          <input type="hidden" name="report" value={report.reportId} />
          {qualityQuestions.map(question => (
            <ChoiceField name={question.code} label={question.text} choices={qualityAnswers} />
          ))}
          <ChoiceField
            name="sufficient"
            label="As a whole, is the report sufficient for the court?"
            choices={[
              { value: 'yes', text: 'Yes, sufficient' },
              { value: 'no', text: 'No, not sufficient' },
            ]}
          />
          <LongTextField name="feedback" label="Feedback for the author" hint="They see it on the page of the report" />
          <Button text="Finish the check" preventDoubleClick />
        </Form>
      )}
    </>
  )
}
