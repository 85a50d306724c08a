import { z } from 'zod'
import { Button, InsetText, WarningText } from '../../../platform/components/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import type { Reason } from '../../../platform/rules/index.ts'
import { ChoiceField, Form, LongTextField } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { countersignReport, documentOf, returnReport, signReport } from '../commands/sign-report.ts'
import { reportVersions } from '../queries/report-standing.ts'
import { signingFactsOf } from '../queries/signing-facts-of.ts'
import type { ReportDocument } from '../report-model.ts'
import { reportReason } from '../report-words.ts'
import { selfCheck } from '../rules/report-self-check.ts'
import { countersignReasons, maySign } from '../rules/report-signing.ts'
import type { ReportState } from '../rules/report-state.ts'
import { reportPath } from './report-addresses.ts'
import { ReportReading } from './report-reading.tsx'
import { requestOf } from './request-of.ts'

type Model = {
  readonly path: string
  readonly crn: string
  readonly state: ReportState
  readonly blocking: readonly { readonly text: string; readonly href: string }[]
  readonly lookAgain: readonly string[]
  readonly countersign: readonly string[]
  readonly document: ReportDocument
  readonly may: { readonly sign: boolean; readonly countersign: boolean }
}

/** The whole report once more before it is signed or countersigned: what blocks, what is worth another look, the words. */
export const reportCheckPage = casePage<Model>({
  path: '/reports/:request/report/check',
  name: 'advice.check-report',
  title: 'Check and sign the report',
  allow: 'advice.see-reports',
  tab: null,
  view: async (ctx, opened, at) => {
    const request = await requestOf(ctx, opened, at)
    const [version] = await reportVersions(ctx.tx, opened.group, request.id)
    if (!version) throw new NotFound('This request has no report yet.')
    const { facts, enquiryNames, requirements, factsUnanswered } = await signingFactsOf(
      ctx,
      opened.group,
      version,
      request,
    )
    const path = reportPath(opened.crn, request.id)
    const last = version.signatures.at(-1)
    const { depth, values } = facts
    const look = selfCheck({ depth, values, requirements, factsUnanswered }, ctx.today)
    return {
      ...{ path, crn: opened.crn, state: version.state },
      blocking: version.open
        ? maySign(facts).reasons.map(one => ({
            text: reportReason(one, enquiryNames),
            href: placeOf(one, path, opened.crn),
          }))
        : [],
      lookAgain: look.reasons.map(one => reportReason(one)),
      countersign: version.open
        ? countersignReasons({ values, authorQualified: true }, ctx.today).reasons.map(one => reportReason(one))
        : (last?.awaits ?? []),
      document: version.open || !last ? await documentOf(ctx, version, request) : last.document,
      may: {
        sign: version.open && ctx.can('advice.write', { people: [opened.personId] }),
        countersign: version.state === 'awaiting-countersign' && ctx.can('advice.countersign'),
      },
    }
  },
  body: model => (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={model.path}>
          All sections of the report
        </a>
      </p>
      <h1 class="govuk-heading-l">{model.may.countersign ? 'Read and countersign' : 'Check and sign'}</h1>
      {model.blocking.length > 0 && (
        <section aria-labelledby="blocking">
          <h2 class="govuk-heading-m" id="blocking">
            Left before signing
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {model.blocking.map(({ text, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {model.lookAgain.length > 0 && (
        <InsetText>
          <h2 class="govuk-heading-s">Worth another look</h2>
          <ul class="govuk-list govuk-list--bullet">
            {model.lookAgain.map(text => (
              <li>{text}</li>
            ))}
          </ul>
          <p class="govuk-body-s">
            These block nothing. Reading ease is Flesch's published formula with syllables estimated; from which figure
            a text is plain is our assumption.
          </p>
        </InsetText>
      )}
      {model.countersign.length > 0 && (
        <p class="govuk-body">
          A countersignature is needed because: {model.countersign.join('. ')}. That unqualified authors and high levels
          of harm need one is our assumption.
        </p>
      )}
      <ReportReading document={model.document} />
      {model.may.sign && model.blocking.length === 0 && <Sign />}
      {model.may.countersign && <Countersign />}
    </>
  ),
  posts: {
    sign: casePost({
      allow: 'advice.write',
      form: z.object({ authorQualified: z.string().default('') }),
      run: async (ctx, opened, form, at) => {
        const { personId, group } = opened
        const requestId = (await requestOf(ctx, opened, at)).id
        const authorQualified = form.authorQualified === '' ? null : form.authorQualified === 'yes'
        const done = await signReport(ctx, { personId, group, requestId, authorQualified })
        if (!done.ok) return done
        const say = done.value.complete ? 'The report is signed' : 'Signed by you. It waits for a countersignature.'
        return ok({ to: reportPath(opened.crn, requestId), say })
      },
    }),
    countersign: casePost({
      allow: 'advice.countersign',
      form: z.object({}),
      run: async (ctx, opened, _form, at) => {
        const { personId, group } = opened
        const requestId = (await requestOf(ctx, opened, at)).id
        const done = await countersignReport(ctx, { personId, group, requestId })
        return done.ok ? ok({ to: reportPath(opened.crn, requestId), say: 'The report is countersigned' }) : done
      },
    }),
    return: casePost({
      allow: 'advice.countersign',
      form: z.object({ comment: z.string().default('') }),
      run: async (ctx, opened, { comment }, at) => {
        const { personId, group } = opened
        const requestId = (await requestOf(ctx, opened, at)).id
        const done = await returnReport(ctx, { personId, group, requestId, comment })
        return done.ok ? ok({ to: reportPath(opened.crn, requestId), say: 'Sent back to the writer' }) : done
      },
    }),
  },
})

/** Where what stands in the way is put right. */
function placeOf({ code, data }: Reason, path: string, crn: string): string {
  if (typeof data.section === 'string') return `${path}/${data.section}#${String(data.field)}`
  if (code === 'enquiry-open') return `/case/${crn}/enquiries`
  if (code === 'assessment-missing') return `/case/${crn}/assessments`
  if (code === 'proposal-missing') return `${path.replace(/\/report$/, '')}/proposal`
  return path
}

function Sign() {
  return (
    <section aria-labelledby="sign">
      <h2 class="govuk-heading-m" id="sign">
        Sign
      </h2>
      <WarningText
        text="A signed report is locked. A change needs a new version with its reason."
        iconFallbackText="Warning"
      />
      <Form intent="sign">
        <ChoiceField
          name="authorQualified"
          label="Are you qualified and past probation?"
          hint="If not, the report is countersigned"
          choices={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        <Button text="Sign the report" preventDoubleClick />
      </Form>
    </section>
  )
}

function Countersign() {
  return (
    <section aria-labelledby="countersign" class="app-beside">
      <Form intent="countersign">
        <h2 class="govuk-heading-m" id="countersign">
          Agree
        </h2>
        <p class="govuk-body">You sign the words above as they stand.</p>
        <Button text="Countersign the report" preventDoubleClick />
      </Form>
      <Form intent="return">
        <h2 class="govuk-heading-m">Send back</h2>
        <LongTextField name="comment" label="What needs to change?" rows={4} />
        <Button text="Send back to the writer" classes="govuk-button--secondary" />
      </Form>
    </section>
  )
}
