import { z } from 'zod'
import { Button, Details, InsetText, SummaryList } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { type At, Form, type Go } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { casePage, casePost, type IdentityBar, type OpenCase } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { type SaveAnswers, type SavedAnswers, saveAnswers } from '../commands/save-answers.ts'
import { scoreAssessment } from '../commands/score-assessment.ts'
import { answersOf, answerValues } from '../queries/answers-of.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'
import { isAsked } from '../questions/asked.ts'
import type { AnswerValues, QuestionSet, Section } from '../questions/question.ts'
import { questionOf, questionSetVersion, sectionsFor } from '../questions/question-set.ts'
import { assessmentState, isEditable } from '../rules/assessment-state.ts'
import { neededSections } from '../rules/missing-at-signing.ts'
import { noIssues } from '../rules/no-issues.ts'
import { predictorQuestions } from '../rules/predictor-questions.ts'
import { sectionProgress } from '../rules/section-progress.ts'
import { selfAssessmentAreas } from '../rules/self-assessment.ts'
import { layerWords, levelMeanings } from '../words.ts'
import { assessmentAt } from './assessment-at.ts'
import { QuestionField } from './question-field.tsx'
import { QuestionTable } from './question-table.tsx'
import { answerWords, type FieldView, fieldsOf, readSeen, seenOf, typedAnswers } from './section.view.ts'
import { type Block, sectionBlocks } from './section-blocks.ts'

type Line = { readonly what: string; readonly says: string }

type SectionModel = {
  readonly section: Section
  readonly base: string
  /** "Full assessment, area 3 of 17". */
  readonly where: string
  readonly editable: boolean
  readonly fields: readonly FieldView[]
  readonly seen: string
  readonly left: number
  /** What the person says themself about this area. */
  readonly ownWords: readonly Line[]
  /** What the record holds already, and is not asked. */
  readonly onRecord: readonly Line[]
  readonly ours: boolean
}

export const sectionPage = casePage<SectionModel>({
  path: '/assessments/:assessment/:section',
  name: 'assessment.section',
  title: 'Assessment',
  allow: 'assessment.view',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: sectionModel,
  body: model => (
    <>
      <span class="govuk-caption-l">{model.where}</span>
      <h1 class="govuk-heading-l">{model.section.title}</h1>
      <p class="govuk-body">
        {model.left > 0 ? `${model.left} still to answer in this area. ` : 'Nothing is left to answer in this area. '}
        <a class="govuk-link" href={model.base}>
          All areas
        </a>
      </p>
      {model.section.kind === 'harm-summary' && <Levels />}
      {model.onRecord.length > 0 && <Lines title="From the record" lines={model.onRecord} />}
      {model.ownWords.length > 0 && <Lines title="What the person says" lines={model.ownWords} />}
      {model.editable ? <Fill model={model} /> : <Read model={model} />}
      {model.ours && <p class="govuk-body-s app-secondary">The wording of these questions is ours.</p>}
    </>
  ),
  posts: {
    save: casePost({ allow: 'assessment.write', form: z.object({ seen: z.string().default('') }), run: saveAndGoOn }),
    autosave: casePost({
      allow: 'assessment.write',
      form: z.object({ seen: z.string().default('') }),
      run: async (ctx, opened, _form, at) => {
        const done = await saveTyped(ctx, opened, at, 0)
        if (!done.ok) return done
        const { seen, problems: found } = done.value.saved
        const json = { hidden: { seen: JSON.stringify(seen) }, problems: found.map(({ text }) => ({ text })) }
        return ok({ to: at.path, json })
      },
    }),
    'no-issues': casePost({ allow: 'assessment.write', form: z.object({}), run: sayNoIssues }),
  },
})

function Fill({ model }: { readonly model: SectionModel }) {
  return (
    <>
      {model.section.kind === 'need' && (
        <Form intent="no-issues">
          <p class="govuk-body">
            Nothing of concern here? This answers each open question without points. What is answered stays.
          </p>
          <Button text="No issues in this area" classes="govuk-button--secondary" />
        </Form>
      )}
      <Form intent="save" saves="autosave">
        <input type="hidden" name="seen" value={model.seen} />
        {sectionBlocks(model.section, model.fields).map(block => (
          <Part block={block} />
        ))}
        <div class="govuk-button-group">
          <Button text="Save and continue" />
          <Button text="Save and see all areas" name="then" value="all" classes="govuk-button--secondary" />
        </div>
      </Form>
    </>
  )
}

function Part({ block }: { readonly block: Block }) {
  if (block.is === 'heading') return <h2 class="govuk-heading-m">{block.text}</h2>
  return block.is === 'table' ? <QuestionTable table={block} /> : <QuestionField field={block.field} />
}

function Read({ model }: { readonly model: SectionModel }) {
  return (
    <SummaryList
      rows={model.fields.map(({ question, value, carried }) => ({
        key: { text: question.text },
        value: {
          html: (
            <>
              <span class="app-kept-text">{answerWords(question, value)}</span>
              {carried && <span class="app-secondary">{carried}</span>}
            </>
          ),
        },
      }))}
    />
  )
}

function Levels() {
  return (
    <Details summaryText="What the levels mean">
      <ul class="govuk-list govuk-list--bullet">
        {levelMeanings.map(({ level, means }) => (
          <li>
            {level}: {means}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{title}</h2>
      {lines.map(({ what, says }) => (
        <p class="govuk-body">
          {what}: {says}
        </p>
      ))}
    </InsetText>
  )
}

async function sectionModel(ctx: Context, opened: OpenCase, at: At, bar: IdentityBar): Promise<SectionModel> {
  const [assessment, stored] = await Promise.all([
    assessmentAt(ctx, opened, at),
    answersOf(ctx.tx, opened.group, at.params.assessment ?? ''),
  ])
  const { set, section } = sectionAt(assessment, at)
  const values = answerValues(stored)
  const editable = isEditable(assessmentState(assessment.acts)) && ctx.can('assessment.write')
  const fields = fieldsOf(section, stored, at)
  const needed = neededSections({ set, layer: assessment.layer, answers: values, asAt: ctx.today })
  return {
    section,
    where: whereWords(assessment, needed, section),
    base: `/case/${opened.crn}/assessments/${assessment.id}`,
    editable,
    fields: editable ? fields : fields.filter(({ question }) => isAsked(section, question, values)),
    seen: JSON.stringify(seenOf(section, stored, at)),
    left: sectionProgress(section, values).left,
    ownWords: ownWordsOn(section, set, values, ctx),
    onRecord: section.code === '1' ? await recordLines(ctx, opened, bar) : [],
    ours: section.questions.some(question => question.wording === 'ours'),
  }
}

/** A section that the answers no longer call for has no place among the areas. */
function whereWords({ layer }: AssessmentOnRecord, needed: readonly Section[], section: Section): string {
  const place = needed.findIndex(one => one.code === section.code)
  const { name } = layerWords[layer]
  return place < 0 ? `${name}: this area is not needed now` : `${name}, area ${place + 1} of ${needed.length}`
}

function sectionAt(assessment: AssessmentOnRecord, at: At): { readonly set: QuestionSet; readonly section: Section } {
  const set = questionSetVersion(assessment.questionSet)
  const section = sectionsFor(set, assessment.layer).find(one => one.code === at.params.section)
  if (!section) throw new NotFound('This assessment has no such section.')
  return { set, section }
}

function ownWordsOn(section: Section, set: QuestionSet, values: AnswerValues, { today }: Context): readonly Line[] {
  if (section.area === null || values.get('SAQA') !== 'YES') return []
  const areas = selfAssessmentAreas.on(today).value
  return Object.keys(areas)
    .filter(item => areas[item] === section.area)
    .flatMap(item => {
      const question = questionOf(set, `${item}.1`)
      const value = values.get(`${item}.1`)
      return question && value !== undefined ? [{ what: question.text, says: answerWords(question, value) }] : []
    })
}

async function recordLines(ctx: Context, opened: OpenCase, bar: IdentityBar): Promise<readonly Line[]> {
  const [order] = await ordersOf(ctx.tx, opened.group, ctx.today)
  const offences = order?.offences.map(offence => offence.title ?? offence.code ?? 'not known').join('; ')
  return [
    { what: 'Date of birth', says: bar.dateOfBirth ? longDate(bar.dateOfBirth) : 'Not known' },
    { what: 'Sex', says: bar.sex ?? 'Not known' },
    { what: 'Sentenced', says: order ? longDate(order.sentencedOn) : 'No sentence on record' },
    ...(offences ? [{ what: 'Offences', says: offences }] : []),
  ]
}

type Saved = { readonly saved: SavedAnswers; readonly assessment: AssessmentOnRecord; readonly section: Section }

async function saveTyped(ctx: Context, opened: OpenCase, at: At, buttons: number): Promise<Result<Saved>> {
  const assessment = await assessmentAt(ctx, opened, at)
  const { section } = sectionAt(assessment, at)
  const done = await saveAndScore(ctx, {
    ...{ personId: opened.personId, assessmentId: assessment.id, section: section.code, buttons },
    answers: typedAnswers(section, at.answers),
    seen: readSeen(at.answers.seen),
    thirdParty: [at.answers.third ?? []].flat(),
  })
  return done.ok ? ok({ saved: done.value, assessment, section }) : done
}

/** Scores follow as soon as an answer changed that a predictor reads, and cost nothing otherwise. */
async function saveAndScore(ctx: Context, input: SaveAnswers): Promise<Result<SavedAnswers>> {
  const done = await saveAnswers(ctx, input)
  if (done.ok && done.value.changed.some(code => predictorQuestions.has(code))) await scoreAssessment(ctx, input)
  return done
}

async function saveAndGoOn(ctx: Context, opened: OpenCase, _form: unknown, at: At): Promise<Result<Go>> {
  const done = await saveTyped(ctx, opened, at, 1)
  if (!done.ok) return done
  const { saved, assessment, section } = done.value
  const wrong = saved.problems.filter(one => one.code !== 'too-long')
  if (wrong.length > 0) return problems(...wrong)
  const base = `/case/${opened.crn}/assessments/${assessment.id}`
  if (saved.problems.length > 0) {
    return ok({ to: at.path, say: 'Saved. A text is too long: shorten it before the assessment is signed' })
  }
  const values = answerValues(await answersOf(ctx.tx, opened.group, assessment.id))
  const set = questionSetVersion(assessment.questionSet)
  const needed = neededSections({ set, layer: assessment.layer, answers: values, asAt: ctx.today })
  const next = needed[needed.findIndex(one => one.code === section.code) + 1]
  const to = at.answers.then === 'all' || !next ? base : `${base}/${next.code}`
  return ok({ to, say: `${section.title} is saved` })
}

async function sayNoIssues(ctx: Context, opened: OpenCase, _form: unknown, at: At): Promise<Result<Go>> {
  const assessment = await assessmentAt(ctx, opened, at)
  const { section } = sectionAt(assessment, at)
  const stored = await answersOf(ctx.tx, opened.group, assessment.id)
  const done = await saveAndScore(ctx, {
    ...{ personId: opened.personId, assessmentId: assessment.id, section: section.code, buttons: 1 },
    answers: Object.fromEntries(noIssues(section, answerValues(stored))),
    seen: Object.fromEntries([...stored].map(([code, { version }]) => [code, version])),
  })
  return done.ok ? ok({ to: at.path, say: 'The open questions are answered with no issues' }) : done
}
