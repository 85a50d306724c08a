import { z } from 'zod'
import { Button, InsetText, Tag } from '../../../platform/components/index.ts'
import { type Choice, ChoiceField, Form, LongTextField } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost, type OpenCase } from '../../person/index.ts'
import { countersignAssessment, rejectAssessment } from '../commands/countersign-assessment.ts'
import { qualityAnswers, shortQualityForm } from '../parameters/countersign-rules.ts'
import { assessmentState } from '../rules/assessment-state.ts'
import { signingRound } from '../rules/signing-round.ts'
import { assessmentAt } from './assessment-at.ts'
import { countersignerWords, levelWords, reasonWords, stateTags } from './signing-words.ts'

type Model = {
  readonly tag: { readonly text: string; readonly colour: string }
  readonly base: string
  readonly version: number
  readonly waits: boolean
  readonly signed: string
  readonly wanted: string
  readonly harm: string
  readonly reasons: readonly string[]
  readonly questions: readonly { readonly code: string; readonly text: string }[]
}

const answers: readonly Choice[] = qualityAnswers.map(({ value, text }) => ({ value, text }))
const form = z.looseObject({ version: z.coerce.number('Open the page again'), comment: z.string().default('') })

export const countersignPage = casePage<Model>({
  path: '/assessments/:assessment/countersign',
  name: 'assessment.countersign',
  title: 'Countersign the assessment',
  allow: 'assessment.countersign',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const assessment = await assessmentAt(ctx, opened, at)
    const round = signingRound(assessment.acts)
    return {
      tag: stateTags[assessmentState(assessment.acts)],
      base: `/case/${opened.crn}/assessments/${assessment.id}`,
      version: assessment.version,
      waits: round?.wanted != null,
      signed: round ? `Signed ${savedAt(round.signedAt)} by ${round.signedByName}` : 'Nobody has signed it',
      wanted: round?.wanted ? countersignerWords[round.wanted] : '',
      harm: round?.detail.harm ? levelWords[round.detail.harm] : 'No level: there is no full analysis',
      reasons: round?.detail.reasons.map(reason => reasonWords(reason as Parameters<typeof reasonWords>[0])) ?? [],
      questions: shortQualityForm.on(ctx.today).value,
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        Countersign the assessment <Tag text={model.tag.text} classes={`govuk-tag--${model.tag.colour}`} />
      </h1>
      <p class="govuk-body">
        {model.signed}. Overall risk of serious harm: {model.harm}.{' '}
        <a class="govuk-link" href={`${model.base}/signed`}>
          Read what was signed
        </a>
      </p>
      {!model.waits && <InsetText>This assessment does not wait for a countersignature.</InsetText>}
      {model.waits && <CountersignForm model={model} />}
    </>
  ),
  posts: {
    countersign: casePost({
      allow: 'assessment.countersign',
      form,
      run: async (ctx, opened, given, at) => {
        const { personId, id: assessmentId } = await assessmentAt(ctx, opened, at)
        const input = { personId, assessmentId, ...given, quality: qualityOf(given) }
        const done = await countersignAssessment(ctx, input)
        return done.ok ? toHistory(opened, assessmentId, 'The assessment is countersigned') : done
      },
    }),
    reject: casePost({
      allow: 'assessment.countersign',
      form,
      run: async (ctx, opened, given, at) => {
        const { personId, id: assessmentId } = await assessmentAt(ctx, opened, at)
        const input = { personId, assessmentId, ...given, quality: qualityOf(given) }
        const done = await rejectAssessment(ctx, input)
        return done.ok ? toHistory(opened, assessmentId, 'The assessment is given back to its assessor') : done
      },
    }),
  },
})

function CountersignForm({ model }: { readonly model: Model }) {
  return (
    <>
      <p class="govuk-body">It waits for {model.wanted}, because:</p>
      <ul class="govuk-list govuk-list--bullet">
        {model.reasons.map(text => (
          <li>{text}</li>
        ))}
      </ul>
      <Form>
        <input type="hidden" name="version" value={model.version} />
        {model.questions.map(({ code, text }) => (
          <ChoiceField name={`quality-${code}`} label={text} choices={answers} />
        ))}
        <LongTextField name="comment" label="Comment" hint="Needed when you give it back" />
        <div class="govuk-button-group">
          <Button text="Countersign" name="intent" value="countersign" />
          <Button text="Give it back" name="intent" value="reject" classes="govuk-button--warning" />
        </div>
      </Form>
    </>
  )
}

/** The answers to the short form, sent as `quality-<code>`. */
function qualityOf(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const prefix = 'quality-'
  const found = Object.entries(given).filter(([name, value]) => name.startsWith(prefix) && typeof value === 'string')
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), String(value)]))
}

function toHistory(opened: OpenCase, assessmentId: string, say: string) {
  return { ok: true as const, value: { to: `/case/${opened.crn}/assessments/${assessmentId}/history`, say } }
}
