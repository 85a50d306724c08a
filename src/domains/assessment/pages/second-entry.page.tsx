import { z } from 'zod'
import { Button, Checkboxes, ErrorMessage, InsetText } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { DayField, Form, SelectField, TextField, useProblem, useUi } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { enterSecondTime, whyNotSecond } from '../commands/enter-second-time.ts'
import { latestScores, type StoredScores } from '../queries/scores-of.ts'
import type { AnswerValue, Question } from '../questions/question.ts'
import { questionOf, questionSet } from '../questions/question-set.ts'
import { predictorQuestions } from '../rules/predictor-questions.ts'

type Model = { readonly questions: readonly Question[]; readonly refused: string | null }

export const secondEntryPage = casePage<Model>({
  path: '/scores/second',
  name: 'assessment.second-entry',
  title: 'Enter the answers a second time',
  allow: 'assessment.check-quality',
  tab: 'scores',
  back: { path: '/scores', text: 'Scores' },
  async view(ctx, opened) {
    const first = await latestScores(ctx.tx, opened.group)
    const refused = first
      ? (whyNotSecond(first, ctx)?.text ?? null)
      : 'Nobody has worked out scores for this person yet'
    return { questions: first ? questionsAsked(first) : [], refused }
  },
  body: ({ questions, refused }) => (
    <>
      <h1 class="govuk-heading-l">Enter the answers a second time</h1>
      {refused !== null ? (
        <InsetText text={refused} />
      ) : (
        <>
          <p class="govuk-body">
            Answer as you find it in the file, without looking at the scores or at the first answers. Leave open what
            the file does not say.
          </p>
          <Form intent="enter">
            <Problem />
            {questions.map(question => (
              <Asked question={question} />
            ))}
            <Button text="Keep the second entry" />
          </Form>
        </>
      )}
    </>
  ),
  posts: {
    enter: casePost({
      allow: 'assessment.check-quality',
      form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      run: async (ctx, opened, form) => {
        const first = await firstScores(ctx, opened.group)
        const done = await enterSecondTime(ctx, { first, answers: answersGiven(questionsAsked(first), form) })
        if (!done.ok) return done
        const say = done.value.sameBands ? 'Kept: the bands agree' : 'Kept: a band differs'
        return { ok: true, value: { to: '/scores/rescoring', say } }
      },
    }),
  },
})

async function firstScores(ctx: Context, group: readonly string[]): Promise<StoredScores> {
  const first = await latestScores(ctx.tx, group)
  if (!first) throw new NotFound('Nobody has worked out scores for this person yet.')
  return first
}

/** The questions of the predictors, in the words of the form on the day of assessment. */
function questionsAsked({ assessedOn }: StoredScores): readonly Question[] {
  const set = questionSet(assessedOn)
  return [...predictorQuestions].flatMap(code => {
    const question = questionOf(set, code)
    return question?.predictor ? [question] : []
  })
}

/** What was entered and is an answer to its question: a choice that is offered, a count, or a day. */
function answersGiven(
  questions: readonly Question[],
  form: Readonly<Record<string, string | readonly string[]>>,
): ReadonlyMap<string, AnswerValue> {
  const given = new Map<string, AnswerValue>()
  for (const { code, kind, options } of questions) {
    const typed = form[fieldOf(code)]
    if (typed === undefined || typed === '') continue
    const known = (choice: string) => options.some(option => option.code === choice)
    if (kind === 'choices') given.set(code, [typed].flat().filter(known))
    else if (typeof typed === 'string' && (kind !== 'choice' || known(typed))) given.set(code, typed.trim())
  }
  return given
}

function fieldOf(code: string): string {
  return `q-${code.replaceAll('.', '-')}`
}

function Problem() {
  const problem = useProblem('answers')
  return problem ? (
    <div id="answers">
      <ErrorMessage text={problem.text} />
    </div>
  ) : null
}

function Asked({ question }: { readonly question: Question }) {
  const { code, text, kind, options } = question
  const name = fieldOf(code)
  const { answers } = useUi()
  const label = `${text} (${code})`
  if (kind === 'choices') {
    const ticked = answers[name]
    return (
      <Checkboxes
        name={name}
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: label } }}
        values={ticked === undefined ? [] : [ticked].flat()}
        items={options.map(option => ({ value: option.code, text: option.text }))}
      />
    )
  }
  if (kind === 'choice') {
    const choices = options.map(option => ({ value: option.code, text: option.text }))
    return (
      <SelectField name={name} label={label} choices={[{ value: '', text: 'The file does not say' }, ...choices]} />
    )
  }
  return kind === 'date' ? <DayField name={name} label={label} /> : <TextField name={name} label={label} />
}
