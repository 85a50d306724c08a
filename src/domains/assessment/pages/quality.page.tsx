import { z } from 'zod'
import { BarChart, drawBars } from '../../../platform/charts/index.ts'
import { Button, Table } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { Form, LongTextField, page, post, SelectField } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { identityBar } from '../../person/index.ts'
import { readQualityFeedback, saveQualityCheck } from '../commands/check-quality.ts'
import { qualitySampling } from '../parameters/quality-sampling.ts'
import {
  type QualitySample,
  qualityAnswersOf,
  qualityFeedbackFor,
  qualitySampleById,
  qualitySamples,
} from '../queries/quality-samples.ts'
import type { AnswerValues, Question } from '../questions/question.ts'
import { questionSet } from '../questions/question-set.ts'

type TeamTrend = { readonly team: string; readonly checked: number; readonly percent: number }

/** The average score of the finished checks of each team. A team without one is not listed: its quality is not known. */
export function trendByTeam(samples: readonly Pick<QualitySample, 'teamCode' | 'percent'>[]): readonly TeamTrend[] {
  const teams = [...new Set(samples.map(({ teamCode }) => teamCode))].sort()
  return teams.flatMap(teamCode => {
    const scores = samples.flatMap(one => (one.teamCode === teamCode && one.percent !== null ? [one.percent] : []))
    if (scores.length === 0) return []
    const percent = Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 10) / 10
    return [{ team: teamCode ?? 'No team', checked: scores.length, percent }]
  })
}

type ListModel = {
  readonly mine: readonly (QualitySample & { readonly crn: string })[]
  readonly trend: readonly TeamTrend[]
  readonly drawn: Awaited<ReturnType<typeof drawBars>>
  readonly mayCheck: boolean
  readonly assumption: string
}

export const qualityPage = page<ListModel>({
  path: '/assessment-quality',
  name: 'assessment.quality',
  title: 'Quality of assessments',
  allow: 'assessment.see-quality',
  section: 'assessment-quality',
  async view(ctx) {
    const all = await qualitySamples(ctx.tx, ctx.viewer.regionCode)
    const team = ctx.viewer.teamCode
    const mine = all.filter(
      one => one.percent === null && one.assessor !== ctx.viewer.username && (team === null || one.teamCode === team),
    )
    const people = mine.map(({ personId }) => personId)
    const bars = people.length > 0 ? await identityBar(ctx.tx, people) : new Map()
    ctx.look('assessment.quality', people)
    const trend = trendByTeam(all)
    return {
      mine: mine.map(one => ({ ...one, crn: bars.get(one.personId)?.crn ?? 'Not known' })),
      ...{ trend, mayCheck: ctx.can('assessment.check-quality') },
      drawn:
        trend.length > 0 ? await drawBars(trend.map(({ team: label, percent }) => ({ label, value: percent }))) : null,
      assumption: qualitySampling.on(ctx.today).source.note ?? '',
    }
  },
  body: ({ mine, trend, drawn, mayCheck, assumption }) => (
    <>
      <h1 class="govuk-heading-l">Quality of assessments</h1>
      <p class="govuk-body">
        {plural(mine.length, 'assessment')} to check, the oldest first. People you may not see are left out.
        <span class="app-secondary">Assumption: {assumption}</span>
      </p>
      {mine.length > 0 && (
        <Table
          caption="To check"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'CRN' }, { text: 'Signed' }, { text: 'Assessor' }, { text: 'Drawn because' }]}
          rows={mine.map(one => [
            mayCheck
              ? {
                  html: (
                    <a class="govuk-link" href={`/assessment-quality/check?sample=${one.id}`}>
                      {one.crn}
                    </a>
                  ),
                }
              : { text: one.crn },
            { text: longDate(one.signedOn) },
            { text: one.assessorName },
            { text: one.because === 'flagged' ? `Its scores were flagged: ${one.reasons.join(', ')}` : 'By chance' },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Scores by team</h2>
      {trend.length === 0 && <p class="govuk-body">No check is finished yet, so quality is not known.</p>}
      {trend.length > 0 && (
        <BarChart drawn={drawn}>
          <Table
            head={[{ text: 'Team' }, { text: 'Checked', format: 'numeric' }, { text: 'Average', format: 'numeric' }]}
            rows={trend.map(one => [
              { text: one.team },
              { text: one.checked, format: 'numeric' },
              { text: `${one.percent}%`, format: 'numeric' },
            ])}
          />
        </BarChart>
      )}
    </>
  ),
})

type CheckModel = {
  readonly sample: QualitySample | null
  readonly questions: readonly Question[]
  readonly answers: AnswerValues
}

const text = z.string().default('')

export const qualityCheckPage = page<CheckModel>({
  path: '/assessment-quality/check',
  name: 'assessment.quality-check',
  title: 'Check an assessment',
  allow: 'assessment.check-quality',
  section: 'assessment-quality',
  async view(ctx, { query }) {
    const sample = (await qualitySampleById(ctx.tx, query.one('sample'))) ?? null
    if (sample) ctx.look('assessment.quality-check', [sample.personId])
    const { sections } = questionSet(ctx.today)
    return {
      sample,
      questions: sections.filter(({ kind }) => kind === 'quality').flatMap(({ questions }) => questions),
      answers: sample ? await qualityAnswersOf(ctx.tx, sample) : new Map(),
    }
  },
  body: ({ sample, questions, answers }) => (
    <>
      <h1 class="govuk-heading-l">Check an assessment</h1>
      {sample === null && (
        <p class="govuk-body">
          <a class="govuk-link" href="/assessment-quality">
            Choose an assessment from the sample
          </a>
        </p>
      )}
      {sample?.percent != null && <p class="govuk-body">This check is finished, with {sample.percent}%.</p>}
      {sample && sample.percent === null && (
        <Form action={`/assessment-quality/check?sample=${sample.id}`} intent="save">
          <input type="hidden" name="sample" value={sample.id} />
          <p class="govuk-body">
            Written by {sample.assessorName}, signed on {longDate(sample.signedOn)}. The questions are in our words.
          </p>
          {questions.map(({ code, text: words, options }) =>
            options.length > 0 ? (
              <SelectField
                name={code}
                label={words}
                value={String(answers.get(code) ?? '')}
                choices={options.map(option => ({ value: option.code, text: option.text }))}
              />
            ) : (
              <LongTextField name={code} label={words} rows={2} value={String(answers.get(code) ?? '')} />
            ),
          )}
          <LongTextField name="feedback" label="Feedback for the assessor" hint="Needed to finish the check" />
          <div class="govuk-button-group">
            <Button text="Save and finish later" name="finish" value="no" classes="govuk-button--secondary" />
            <Button text="Finish the check" name="finish" value="yes" />
          </div>
        </Form>
      )}
    </>
  ),
  posts: {
    save: post({
      allow: 'assessment.check-quality',
      form: z.looseObject({ sample: text, feedback: text, finish: text }),
      run: async (ctx, { sample, feedback, finish, ...rest }) => {
        const answers = Object.fromEntries(
          Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
        const done = await saveQualityCheck(ctx, { sampleId: sample, answers, feedback, finish: finish === 'yes' })
        if (!done.ok) return done
        if (finish !== 'yes') return ok({ to: `/assessment-quality/check?sample=${sample}`, say: 'Saved' })
        return ok({ to: '/assessment-quality', say: 'The check is finished and its feedback sent' })
      },
    }),
  },
})

export const qualityFeedbackPage = page<readonly QualitySample[]>({
  path: '/assessment-quality/feedback',
  name: 'assessment.quality-feedback',
  title: 'Feedback on your assessments',
  allow: 'assessment.write',
  section: 'home',
  async view(ctx) {
    const feedback = await qualityFeedbackFor(ctx.tx, ctx.viewer.username)
    ctx.look(
      'assessment.quality-feedback',
      feedback.map(({ personId }) => personId),
    )
    return feedback
  },
  body: feedback => (
    <>
      <h1 class="govuk-heading-l">Feedback on your assessments</h1>
      {feedback.length === 0 && <p class="govuk-body">There is no feedback you have not read.</p>}
      {feedback.map(one => (
        <Form intent="read">
          <p class="govuk-body app-written">
            {one.percent}%: {one.feedback}
            <span class="app-secondary">
              Assessment signed on {longDate(one.signedOn)}, checked by {one.checkedByName}
            </span>
          </p>
          <input type="hidden" name="sample" value={one.id} />
          <Button text="I have read this" classes="govuk-button--secondary" />
        </Form>
      ))}
    </>
  ),
  posts: {
    read: post({
      allow: 'assessment.write',
      form: z.object({ sample: text }),
      run: async (ctx, { sample }) => {
        const done = await readQualityFeedback(ctx, sample)
        return done.ok ? ok({ to: '/assessment-quality/feedback', say: 'Marked as read' }) : done
      },
    }),
  },
})
