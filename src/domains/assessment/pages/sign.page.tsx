import { z } from 'zod'
import { Button, Checkboxes, Details, InsetText, SummaryList, Table, Tag } from '../../../platform/components/index.ts'
import { Form, useProblem } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { signAssessment } from '../commands/sign-assessment.ts'
import { signingCheck } from '../queries/signing-check.ts'
import { assessmentAt } from './assessment-at.ts'
import { type ItemView, type LevelsView, type ScoreRow, type SigningView, signingView } from './signing.view.ts'

export const signPage = casePage<SigningView>({
  path: '/assessments/:assessment/sign',
  name: 'assessment.sign',
  title: 'Sign the assessment',
  allow: 'assessment.sign',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const assessment = await assessmentAt(ctx, opened, at)
    return signingView(assessment, await signingCheck(ctx, opened.group, assessment), opened.crn)
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        Sign the assessment <Tag text={model.tag.text} classes={`govuk-tag--${model.tag.colour}`} />
      </h1>
      {model.editable ? <Check model={model} /> : <NotNow model={model} />}
    </>
  ),
  posts: {
    sign: casePost({
      allow: 'assessment.sign',
      form: z.object({
        version: z.coerce.number('Open the page again'),
        despiteWarnings: z.string().default(''),
      }),
      run: async (ctx, opened, form, at) => {
        const { personId, id: assessmentId } = await assessmentAt(ctx, opened, at)
        const { version } = form
        const despiteWarnings = form.despiteWarnings === 'yes'
        const done = await signAssessment(ctx, { personId, assessmentId, version, despiteWarnings })
        if (!done.ok) return done
        const say =
          done.value.state === 'SELF_SIGNED' ? 'The assessment is signed' : 'Signed, and sent to be countersigned'
        return { ok: true, value: { to: `/case/${opened.crn}/assessments/${assessmentId}/signed`, say } }
      },
    }),
  },
})

function NotNow({ model }: { readonly model: SigningView }) {
  return (
    <p class="govuk-body">
      This assessment cannot be signed now.{' '}
      <a class="govuk-link" href={`${model.base}/history`}>
        See what was done to it
      </a>
    </p>
  )
}

function Check({ model }: { readonly model: SigningView }) {
  const ready = model.blocking.length === 0
  return (
    <>
      {!ready && (
        <>
          <h2 class="govuk-heading-m" id="sign">
            What stands in the way ({model.blocking.length})
          </h2>
          <Items items={model.blocking} />
        </>
      )}
      {ready && <InsetText>Everything that must be there is there.</InsetText>}
      {model.warnings.length > 0 && (
        <Details summaryText={`You can sign without these (${model.warnings.length})`} open={ready}>
          <Items items={model.warnings} />
        </Details>
      )}
      <h2 class="govuk-heading-m">What the predictors say</h2>
      <Scores rows={model.scores} />
      <h2 class="govuk-heading-m">Risk of serious harm</h2>
      <Levels levels={model.levels} />
      <h2 class="govuk-heading-m">After you sign</h2>
      <p class="govuk-body">{model.countersign.who}.</p>
      <ul class="govuk-list govuk-list--bullet">
        {model.countersign.because.map(text => (
          <li>{text}</li>
        ))}
      </ul>
      {model.countersign.assumed && (
        <p class="govuk-hint">Who must countersign is an assumption until the service sets it.</p>
      )}
      {ready && <SignForm model={model} />}
    </>
  )
}

function SignForm({ model }: { readonly model: SigningView }) {
  return (
    <Form intent="sign">
      <input type="hidden" name="version" value={model.version} />
      {model.warnings.length > 0 && (
        <Checkboxes
          name="despiteWarnings"
          errorMessage={useProblem('despiteWarnings')}
          items={[{ value: 'yes', text: 'I have read the warnings and sign all the same' }]}
        />
      )}
      <p class="govuk-body">
        Nothing in a signed version can be changed. Answers, strengths and the plan are locked together.
      </p>
      <Button text="Sign the assessment" />
    </Form>
  )
}

function Items({ items }: { readonly items: readonly ItemView[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map(item => (
        <li>
          {item.text}{' '}
          {item.href && (
            <a class="govuk-link" href={item.href}>
              {item.how}
              <span class="govuk-visually-hidden"> {item.text}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

export function Scores({ rows }: { readonly rows: readonly ScoreRow[] }) {
  return (
    <Table
      firstCellIsHeader
      head={[{ text: 'Predictor' }, { text: 'Form' }, { text: 'Result' }]}
      rows={rows.map(row => [{ text: row.predictor }, { text: row.form }, { text: row.result }])}
    />
  )
}

/** No full analysis, no levels: said so, never "low". */
export function Levels({ levels, custody = true }: { readonly levels: LevelsView | null; readonly custody?: boolean }) {
  if (!levels)
    return <p class="govuk-body">There is no full analysis, so there are no levels. That does not mean low.</p>
  const rows = (cells: LevelsView['community']) =>
    cells.map(({ who, level }) => ({ key: { text: who }, value: { text: level } }))
  return (
    <>
      <SummaryList rows={[{ key: { text: 'Overall' }, value: { text: levels.overall } }, ...rows(levels.community)]} />
      {custody && <h3 class="govuk-heading-s">In custody</h3>}
      {custody && <SummaryList rows={rows(levels.custody)} />}
    </>
  )
}
