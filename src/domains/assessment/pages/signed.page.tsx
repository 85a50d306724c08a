import { Details, SummaryList, Tag, WarningText } from '../../../platform/components/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { casePage } from '../../person/index.ts'
import { signedVersions } from '../queries/signed-versions.ts'
import { assessmentAt } from './assessment-at.ts'
import { Levels, Scores } from './sign.page.tsx'
import { type SignedView, signedView } from './signed.view.ts'

/** A signed version as it was signed, from the stored document alone. `?number=` chooses an earlier signing. */
export const signedPage = casePage<SignedView>({
  path: '/assessments/:assessment/signed',
  name: 'assessment.signed',
  title: 'The signed assessment',
  allow: 'assessment.view',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const assessment = await assessmentAt(ctx, opened, at)
    const versions = await signedVersions(ctx.tx, opened.group, assessment.id)
    const wanted = Number(at.query.one('number'))
    const version = at.query.has('number') ? versions.find(one => one.number === wanted) : versions[0]
    if (!version) throw new NotFound('Nobody has signed such a version of this assessment.')
    ctx.look('assessment.read-signed', [opened.personId], {
      detail: { assessmentId: assessment.id, number: version.number },
    })
    return signedView(assessment, version, versions.length, opened.crn)
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        The signed assessment <Tag text={model.tag.text} classes={`govuk-tag--${model.tag.colour}`} />
      </h1>
      {!model.asSigned && (
        <WarningText text="The stored document is not the one that was signed: its hash differs. Tell the administrator." />
      )}
      <SummaryList rows={model.facts.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${model.base}/history`}>
          What was done to it
        </a>
      </p>
      {model.mayNotStand && <p class="govuk-body">{model.mayNotStand}</p>}
      <h2 class="govuk-heading-m">Risk of serious harm</h2>
      <Levels levels={model.levels} />
      <h2 class="govuk-heading-m">What the predictors said</h2>
      <Scores rows={model.scores} />
      <h2 class="govuk-heading-m">Answers</h2>
      {model.sections.map(section => (
        <Details summaryText={section.title}>
          <SummaryList
            rows={section.answers.map(answer => ({
              key: { text: answer.asked },
              value: {
                html: (
                  <>
                    <span class="app-kept-text">{answer.said}</span>
                    {answer.from && <span class="app-secondary">{answer.from}</span>}
                  </>
                ),
              },
            }))}
          />
        </Details>
      ))}
      <h2 class="govuk-heading-m">Plan</h2>
      {model.goals.length === 0 && <p class="govuk-body">The plan had no goals.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {model.goals.map(goal => (
          <li>
            {goal.title}
            {goal.steps.length > 0 && <span class="app-secondary">{goal.steps.join('; ')}</span>}
          </li>
        ))}
      </ul>
    </>
  ),
})
