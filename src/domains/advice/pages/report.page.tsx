import { z } from 'zod'
import { Button, InsetText, TaskList } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { ChoiceField, Form, LongTextField } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { courtByCode } from '../../organisation/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { changeDepth, newVersion, openReport, refreshReport } from '../commands/open-report.ts'
import { depthWords } from '../parameters/report-fields.ts'
import { checksOfRequest } from '../queries/report-quality.ts'
import { reportVersions } from '../queries/report-standing.ts'
import { signingFactsOf } from '../queries/signing-facts-of.ts'
import { deliveryWords, reportStateWords } from '../report-words.ts'
import { type ReportView, reportView } from './report.view.ts'
import { reportPath } from './report-addresses.ts'
import { requestOf } from './request-of.ts'

type Found = Awaited<ReturnType<typeof checksOfRequest>>[number]

type Model =
  | { readonly shown: 'start'; readonly depth: string; readonly mayWrite: boolean; readonly requestPath: string }
  | ({ readonly shown: 'report'; readonly found: readonly Found[] } & ReportView)

const depthForm = z.object({ depth: z.enum(['ORAL', 'SHORT', 'STANDARD'], 'Choose how deep the report goes') })
const depthChoices = Object.entries(depthWords).map(([value, text]) => ({ value, text }))

/** The report of a request: its sections with what is left in each, the checks with their days, and its versions. */
export const reportPage = casePage<Model>({
  path: '/reports/:request/report',
  name: 'advice.report',
  title: 'Pre-sentence report',
  allow: 'advice.see-reports',
  tab: null,
  view: async (ctx, opened, at) => {
    const request = await requestOf(ctx, opened, at)
    const versions = await reportVersions(ctx.tx, opened.group, request.id)
    const mayWrite = ctx.can('advice.write', { people: [opened.personId] })
    const [version] = versions
    if (!version) {
      const depth = request.depth && request.depth in depthWords ? request.depth : ''
      return { shown: 'start', depth, mayWrite, requestPath: `/case/${opened.crn}/reports/${request.id}` }
    }
    const standing = await signingFactsOf(ctx, opened.group, version, request)
    const path = reportPath(opened.crn, request.id)
    const court = await courtByCode(ctx.tx, request.courtCode, ctx.today)
    const may = { write: mayWrite, deliver: ctx.can('advice.deliver'), countersign: ctx.can('advice.countersign') }
    const checks = await checksOfRequest(ctx.tx, opened.group, request.id)
    const seesAll = ctx.can('advice.see-quality')
    return {
      shown: 'report',
      found: checks.filter(one => seesAll || one.author === ctx.viewer.username),
      ...reportView({
        request,
        versions,
        standing,
        path,
        crn: opened.crn,
        may,
        today: ctx.today,
        court: court?.name ?? request.courtCode,
      }),
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Pre-sentence report</h1>
      {model.shown === 'report' && model.found.map(one => <Feedback found={one} />)}
      {model.shown === 'start' ? <Start {...model} /> : <Standing {...model} />}
    </>
  ),
  posts: {
    start: casePost({
      allow: 'advice.write',
      form: depthForm,
      run: async (ctx, opened, { depth }, at) => {
        const { personId, group } = opened
        const done = await openReport(ctx, { personId, group, requestId: (await requestOf(ctx, opened, at)).id, depth })
        return done.ok ? ok({ to: at.path, say: 'The report is open, filled in from the record' }) : done
      },
    }),
    depth: casePost({
      allow: 'advice.write',
      form: depthForm,
      run: async (ctx, opened, { depth }, at) => {
        const { personId, group } = opened
        const done = await changeDepth(ctx, {
          personId,
          group,
          requestId: (await requestOf(ctx, opened, at)).id,
          depth,
        })
        return done.ok ? ok({ to: at.path, say: `It is now a ${depthWords[depth].toLowerCase()}` }) : done
      },
    }),
    refresh: casePost({
      allow: 'advice.write',
      form: z.object({}),
      run: async (ctx, opened, _form, at) => {
        const { personId, group } = opened
        const done = await refreshReport(ctx, { personId, group, requestId: (await requestOf(ctx, opened, at)).id })
        if (!done.ok) return done
        const say = done.value.changed === 0 ? 'The record says nothing new' : 'Taken in. Look at the facts again.'
        return ok({ to: at.path, say })
      },
    }),
    'new-version': casePost({
      allow: 'advice.write',
      form: z.object({ reason: z.string().default('') }),
      run: async (ctx, opened, { reason }, at) => {
        const { personId, group } = opened
        const done = await newVersion(ctx, {
          personId,
          group,
          requestId: (await requestOf(ctx, opened, at)).id,
          reason,
        })
        return done.ok ? ok({ to: at.path, say: 'A new version is open. The signed one is kept.' }) : done
      },
    }),
  },
})

function Start(props: { readonly depth: string; readonly mayWrite: boolean; readonly requestPath: string }) {
  if (!props.mayWrite) return <p class="govuk-body">The report has not been started.</p>
  return (
    <>
      <p class="govuk-body">
        The report has not been started. It opens filled in with what the record holds; each fact says where it comes
        from.
      </p>
      <Form intent="start">
        <ChoiceField
          name="depth"
          label="How deep does it go?"
          hint="It can go deeper later, and nothing is lost"
          value={props.depth}
          choices={depthChoices}
        />
        <Button text="Start the report" preventDoubleClick />
      </Form>
    </>
  )
}

/** What a reader found, shown to the author and to those who see quality. */
function Feedback({ found }: { readonly found: Found }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-s">
        Quality check: {found.percent}%, {found.sufficient ? 'sufficient' : 'not sufficient'}
      </h2>
      <p class="govuk-body app-written">{found.feedback}</p>
      <p class="govuk-body-s">
        {found.byName}, {savedAt(found.at)}
      </p>
    </InsetText>
  )
}

function Standing(view: ReportView) {
  return (
    <>
      <p class="govuk-body">
        {view.kind} for {view.court}, {view.requiredBy}. Version {view.versionNo}.{' '}
        <strong>{reportStateWords[view.state]}</strong>.
      </p>
      {view.returned && (
        <InsetText>
          Sent back by {view.returned.byName}, {savedAt(view.returned.at)}: {view.returned.comment}
        </InsetText>
      )}
      <h2 class="govuk-heading-m">Sections</h2>
      <TaskList
        items={view.sections.map(section => ({
          title: { text: section.title },
          href: section.href,
          ...(section.hint ? { hint: { text: section.hint } } : {}),
          status: section.tag ? { tag: section.tag } : { text: 'Complete' },
        }))}
      />
      <h2 class="govuk-heading-m">Checks</h2>
      <TaskList
        idPrefix="checks"
        items={view.checks.map(check => ({
          title: { text: check.title },
          href: check.href,
          hint: { text: check.hint },
          status: check.done ? { text: 'Done' } : { tag: { text: 'Left', classes: 'govuk-tag--yellow' } },
        }))}
      />
      <div class="govuk-button-group">
        {view.primary && <Button text={view.primary.text} href={view.primary.href} />}
        <a class="govuk-link" href={view.pdfHref}>
          {view.open ? 'Draft as PDF' : 'Report as PDF'}
        </a>
        <a class="govuk-link" href={view.easyHref}>
          Copy in easy words
        </a>
      </div>
      {view.deliveries.map(delivery => (
        <p class="govuk-body">
          {deliveryWords[delivery.way]}, {savedAt(delivery.deliveredAt)}
          {delivery.spokenBy && `, by ${delivery.spokenBy}`}. Recorded by {delivery.recordedByName}.
        </p>
      ))}
      {view.open && view.mayWrite && <WriterTools depth={view.depth} />}
      {!view.open && view.mayWrite && view.state !== 'awaiting-countersign' && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Change the signed report</span>
          </summary>
          <Form intent="new-version">
            <LongTextField
              name="reason"
              label="Why does it change?"
              hint="The signed version is kept as it is"
              rows={3}
            />
            <Button text="Open a new version" classes="govuk-button--secondary" />
          </Form>
        </details>
      )}
      {view.earlier.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Earlier versions</h2>
          <ul class="govuk-list">
            {view.earlier.map(earlier => (
              <li>
                {earlier.pdfHref ? (
                  <a class="govuk-link" href={earlier.pdfHref}>
                    {earlier.text}
                  </a>
                ) : (
                  earlier.text
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function WriterTools({ depth }: { readonly depth: string }) {
  return (
    <>
      <Form intent="refresh">
        <Button text="Take in what the record holds now" classes="govuk-button--secondary" />
      </Form>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Go deeper or less deep</span>
        </summary>
        <Form intent="depth">
          <ChoiceField
            name="depth"
            label="How deep does it go?"
            hint="What is written stays, even where it is no longer asked"
            value={depth}
            choices={depthChoices}
          />
          <Button text="Change" classes="govuk-button--secondary" />
        </Form>
      </details>
    </>
  )
}
