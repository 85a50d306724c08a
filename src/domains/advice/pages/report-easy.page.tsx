import { z } from 'zod'
import { Button, Checkboxes, InsetText } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { taggedPdf } from '../../../platform/pdf/index.ts'
import { type At, Form, LongTextField, page } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost, type OpenCase, openCase } from '../../person/index.ts'
import { keepComment } from '../commands/deliver-report.ts'
import { documentOf } from '../commands/sign-report.ts'
import { assessedForReport } from '../queries/assessed-for-report.ts'
import { type PersonsComment, personsComments } from '../queries/persons-comments.ts'
import { reportVersions } from '../queries/report-standing.ts'
import { type EasyCopy, easyCopy, printedEasyCopy } from '../rules/easy-copy.ts'
import { textsOf } from '../store/report-store.ts'
import { reportPath } from './report-addresses.ts'
import { requestOf } from './request-of.ts'

type Model = {
  readonly path: string
  readonly copy: EasyCopy
  readonly draft: boolean
  readonly comments: readonly PersonsComment[]
  readonly mayWrite: boolean
}

/** The report in easy words for the person, and what they said about it. */
export const reportEasyPage = casePage<Model>({
  path: '/reports/:request/report/easy',
  name: 'advice.report-easy',
  title: 'Copy in easy words',
  allow: 'advice.see-reports',
  tab: null,
  view: async (ctx, opened, at) => {
    const { copy, draft, reportId, personId } = await copyOf(ctx, opened, at)
    return {
      path: reportPath(opened.crn, at.params.request ?? ''),
      ...{ copy, draft, comments: await personsComments(ctx.tx, personId, reportId) },
      mayWrite: ctx.can('advice.write', { people: [opened.personId] }),
    }
  },
  body: ({ path, copy, draft, comments, mayWrite }) => (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          All sections of the report
        </a>
      </p>
      <h1 class="govuk-heading-l">{copy.title}</h1>
      {draft && <InsetText>The report has not been signed. This copy can still change.</InsetText>}
      {copy.parts.map(({ heading, lines }) => (
        <section>
          <h2 class="govuk-heading-m">{heading}</h2>
          {lines.map(line => (
            <p class="govuk-body-l">{line}</p>
          ))}
        </section>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/easy.pdf`}>
          Print this copy
        </a>
      </p>
      <h2 class="govuk-heading-m">What the person said about the report</h2>
      {comments.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
      {comments.map(({ comment, copyGiven, at, byName }) => (
        <InsetText>
          {comment && <p class="govuk-body app-written">{comment}</p>}
          <p class="govuk-body-s">
            {copyGiven ? 'Given this copy' : 'No copy given'}, recorded by {byName}, {savedAt(at)}
          </p>
        </InsetText>
      ))}
      {mayWrite && (
        <Form intent="comment">
          <Checkboxes name="copyGiven" items={[{ value: 'yes', text: 'The person was given this copy' }]} />
          <LongTextField name="comment" label="What they said (optional)" hint="In their own words" />
          <Button text="Record" />
        </Form>
      )}
    </>
  ),
  posts: {
    comment: casePost({
      allow: 'advice.write',
      form: z.object({ copyGiven: z.string().default(''), comment: z.string().default('') }),
      run: async (ctx, opened, { copyGiven, comment }, at) => {
        const { personId, group } = opened
        const requestId = (await requestOf(ctx, opened, at)).id
        const done = await keepComment(ctx, { personId, group, requestId, comment, copyGiven: copyGiven === 'yes' })
        return done.ok ? ok({ to: at.path, say: 'Recorded' }) : done
      },
    }),
  },
})

/** The easy copy as a file in large print. */
export const reportEasyPdfPage = page<{
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer
}>({
  path: '/case/:crn/reports/:request/report/easy.pdf',
  name: 'advice.report-easy-pdf',
  title: 'Copy in easy words as a file',
  allow: 'advice.see-reports',
  section: 'search',
  view: async (ctx, at) => {
    const opened = await openCase(ctx, at.params.crn ?? '')
    const { copy, draft, reportId } = await copyOf(ctx, opened, at)
    ctx.record('disclose', 'advice.report-easy-pdf', [opened.personId], { detail: { reportId } })
    const content = await taggedPdf({
      ...{ title: copy.title, author: 'Probation', language: 'en-GB', at: ctx.now, size: 16 },
      ...{ mark: draft ? 'DRAFT' : null, foot: '', blocks: printedEasyCopy(copy) },
    })
    return { fileName: `${opened.crn}-easy-copy.pdf`, mediaType: 'application/pdf', content }
  },
  body: () => null,
  send: printed => printed,
})

async function copyOf(ctx: Context, opened: OpenCase, at: At) {
  const request = await requestOf(ctx, opened, at)
  const [version] = await reportVersions(ctx.tx, opened.group, request.id)
  if (!version) throw new NotFound('This request has no report yet.')
  const texts = await textsOf(ctx.tx, version.personId, version.id)
  const values = new Map([...texts].map(([field, text]) => [field, text.value]))
  const { proposal } = await assessedForReport(ctx, opened.group, request)
  const copy = easyCopy(values, proposal?.lines ?? [], await documentOf(ctx, version, request))
  return { copy, draft: version.open, reportId: version.id, personId: version.personId }
}
