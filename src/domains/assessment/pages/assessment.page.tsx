import { z } from 'zod'
import { Button, Tag, TaskList } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { type At, Form } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { casePage, casePost, type OpenCase } from '../../person/index.ts'
import { confirmAnswers } from '../commands/confirm-answers.ts'
import { answersOf, answerValues } from '../queries/answers-of.ts'
import type { NeedLevel } from '../questions/question.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { assessmentState, isEditable } from '../rules/assessment-state.ts'
import { confirmationGroups } from '../rules/confirmation-groups.ts'
import { neededSections } from '../rules/missing-at-signing.ts'
import { needScores } from '../rules/need-scores.ts'
import { sectionProgress } from '../rules/section-progress.ts'
import { strengthScores } from '../rules/strength-scores.ts'
import { layerWords } from '../words.ts'
import { assessmentAt } from './assessment-at.ts'
import { answerWords, readSeen } from './section.view.ts'
import { stateTags } from './signing-words.ts'

type AreaRow = {
  readonly title: string
  readonly href: string
  readonly hint: string
  readonly status: { readonly text: string; readonly colour: string | null }
}

type OverviewModel = {
  readonly title: string
  readonly state: { readonly text: string; readonly colour: string }
  readonly base: string
  readonly editable: boolean
  readonly areas: readonly AreaRow[]
  readonly left: number
  readonly unconfirmed: number
  readonly groupsToConfirm: number
  readonly maySeeSigned: boolean
}

const levelWords: Readonly<Record<NeedLevel, string>> = { none: 'No need', standard: 'Need', severe: 'Severe need' }

export const assessmentPage = casePage<OverviewModel>({
  path: '/assessments/:assessment',
  name: 'assessment.assessment',
  title: 'Assessment',
  allow: 'assessment.view',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: overviewModel,
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        {model.title} <Tag text={model.state.text} classes={`govuk-tag--${model.state.colour}`} />
      </h1>
      <p class="govuk-body">
        {model.left === 0
          ? 'Every question that must be answered is answered.'
          : `${plural(model.left, 'answer')} left.`}
        {model.unconfirmed > 0 && ` ${plural(model.unconfirmed, 'answer')} carried forward and not confirmed.`}
      </p>
      <TaskList
        items={model.areas.map(area => ({
          title: { text: area.title },
          ...(area.hint ? { hint: { text: area.hint } } : {}),
          href: area.href,
          status: area.status.colour
            ? { tag: { text: area.status.text, classes: `govuk-tag--${area.status.colour}` } }
            : { text: area.status.text },
        }))}
      />
      {model.editable && (
        <div class="govuk-button-group">
          {model.groupsToConfirm > 0 && (
            <Button
              text="Confirm what is carried forward"
              href={`${model.base}/confirm`}
              classes="govuk-button--secondary"
            />
          )}
          <Button text="Check and sign" href={`${model.base}/sign`} />
        </div>
      )}
      <ul class="govuk-list">
        {model.maySeeSigned && (
          <li>
            <a class="govuk-link" href={`${model.base}/signed`}>
              Read what was signed
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`${model.base}/history`}>
            What was done to this assessment
          </a>
        </li>
      </ul>
    </>
  ),
})

async function overviewModel(ctx: Context, opened: OpenCase, at: At): Promise<OverviewModel> {
  const assessment = await assessmentAt(ctx, opened, at)
  const stored = await answersOf(ctx.tx, opened.group, assessment.id)
  const answers = answerValues(stored)
  const set = questionSetVersion(assessment.questionSet)
  const base = `/case/${opened.crn}/assessments/${assessment.id}`
  const needs = new Map(needScores(set, answers).map(need => [need.section, need.level && levelWords[need.level]]))
  const strengths = new Map(
    strengthScores(set, answers).map(one => [one.section, one.high === null ? null : one.high ? 'High' : 'Low']),
  )
  const state = assessmentState(assessment.acts)
  let left = 0
  const areas = neededSections({ set, layer: assessment.layer, answers, asAt: ctx.today }).map((section): AreaRow => {
    const progress = sectionProgress(section, answers)
    left += progress.left
    const level = needs.get(section.code) ?? strengths.get(section.code) ?? null
    const changed = assessment.opensAt.find(one => one.section === section.code)?.because
    return {
      title: section.title,
      href: `${base}/${section.code}`,
      hint: [changed, level].filter(Boolean).join('. '),
      status:
        progress.is === 'complete'
          ? { text: 'Complete', colour: null }
          : progress.is === 'started'
            ? { text: `${progress.left} left`, colour: 'light-blue' }
            : { text: 'Not started', colour: 'blue' },
    }
  })
  return {
    title: layerWords[assessment.layer].name,
    state: stateTags[state],
    base,
    editable: isEditable(state) && ctx.can('assessment.write'),
    areas,
    left,
    unconfirmed: [...stored.values()].filter(one => one.carriedFrom !== null && one.confirmedAt === null).length,
    groupsToConfirm: confirmationGroups(set, assessment.layer, stored).filter(group => group.toConfirm).length,
    maySeeSigned: assessment.acts.some(act => act.kind === 'signed'),
  }
}

type GroupView = {
  readonly code: string
  readonly title: string
  readonly toConfirm: boolean
  readonly seen: string
  readonly answers: readonly { readonly question: string; readonly says: string; readonly from: string }[]
}

export const confirmPage = casePage<readonly GroupView[]>({
  path: '/assessments/:assessment/confirm',
  name: 'assessment.confirm',
  title: 'Confirm what is carried forward',
  allow: 'assessment.write',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const assessment = await assessmentAt(ctx, opened, at)
    const stored = await answersOf(ctx.tx, opened.group, assessment.id)
    const set = questionSetVersion(assessment.questionSet)
    return confirmationGroups(set, assessment.layer, stored).map(group => ({
      ...{ code: group.code, title: group.title, toConfirm: group.toConfirm },
      seen: JSON.stringify(
        Object.fromEntries(group.answers.map(({ question: { code } }) => [code, stored.get(code)?.version ?? 0])),
      ),
      answers: group.answers.map(({ question, value, carriedFrom }) => ({
        question: question.text,
        says: answerWords(question, value),
        from: carriedFrom ? `Carried forward from ${longDate(carriedFrom)}` : 'Answered in this assessment',
      })),
    }))
  },
  body: groups => (
    <>
      <h1 class="govuk-heading-l">Confirm what is carried forward</h1>
      {groups.every(group => !group.toConfirm) && <p class="govuk-body">Nothing is left to confirm.</p>}
      {groups.map(group => (
        <section class="app-card" aria-labelledby={`group-${group.code}`}>
          <h2 class="govuk-heading-m" id={`group-${group.code}`}>
            {group.title}
          </h2>
          {group.answers.map(answer => (
            <p class="govuk-body app-kept-text">
              {answer.question} <strong>{answer.says}</strong>
              <span class="app-secondary">{answer.from}</span>
            </p>
          ))}
          {group.toConfirm ? (
            <Form intent="confirm">
              <input type="hidden" name="group" value={group.code} />
              <input type="hidden" name="seen" value={group.seen} />
              <Button text={`Confirm: ${group.title}`} classes="govuk-button--secondary" />
            </Form>
          ) : (
            <p class="govuk-body">Confirmed</p>
          )}
        </section>
      ))}
    </>
  ),
  posts: {
    confirm: casePost({
      allow: 'assessment.write',
      form: z.object({ group: z.string().default(''), seen: z.string().default('') }),
      run: async (ctx, opened, { group, seen }, at) => {
        const assessmentId = at.params.assessment ?? ''
        const done = await confirmAnswers(ctx, { personId: opened.personId, assessmentId, group, seen: readSeen(seen) })
        return done.ok ? ok({ to: at.path, say: 'Confirmed' }) : done
      },
    }),
  },
})
