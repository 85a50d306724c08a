import { londonDay } from '../../../platform/calendar/index.ts'
import { InsetText, Tag } from '../../../platform/components/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { casePage } from '../../person/index.ts'
import { planOf } from '../queries/plan-of.ts'
import {
  type Language,
  type PlanForThePerson,
  planForThePerson,
  type ToldGoal,
  type ToldText,
} from '../rules/plan-for-the-person.ts'
import { suggestedGoal, suggestedStep } from '../suggested-goals.ts'
import cy from '../words.cy.json' with { type: 'json' }
import en from '../words.en.json' with { type: 'json' }

type Words = typeof en
type Model = {
  readonly plan: PlanForThePerson
  readonly language: Language
  readonly on: string
  readonly here: string
}

const months = [
  ...['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin'],
  ...['Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
]

/** A day in the language of the copy. */
export function dayIn(language: Language, day: `${number}-${number}-${number}`): string {
  if (language === 'en') return longDate(day)
  const [year, month, number] = day.split('-').map(Number)
  return `${number} ${months[month! - 1]} ${year}`
}

export const planForThePersonPage = casePage<Model>({
  path: '/plan/for-the-person',
  name: 'assessment.plan-for-the-person',
  title: 'My plan',
  allow: 'assessment.see-plan',
  tab: null,
  back: { path: '/plan', text: 'Sentence plan' },
  forThePerson: true,
  view: async (ctx, { group, crn, personId }, { query }) => {
    const language: Language = query.one('language') === 'cy' ? 'cy' : 'en'
    const suggested = (code: string) => suggestedGoal(code)?.title ?? suggestedStep(code)?.text
    const plan = planForThePerson(await planOf(ctx.tx, group), language, suggested)
    ctx.record('disclose', 'assessment.plan-for-the-person', [personId], { recipient: 'the person' })
    return { plan, language, on: dayIn(language, londonDay(ctx.now)), here: `/case/${crn}/plan/for-the-person` }
  },
  body: ({ plan, language, on, here }) => {
    const words: Words = language === 'cy' ? cy : en
    return (
      <div lang={language} class="app-for-the-person">
        <h1 class="govuk-heading-l">
          {words.title} {plan.draft && <Tag text={language === 'cy' ? 'Drafft' : 'Draft'} classes="govuk-tag--grey" />}
        </h1>
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${here}?language=${language === 'cy' ? 'en' : 'cy'}`}
            lang={language === 'cy' ? 'en' : 'cy'}
            hreflang={language === 'cy' ? 'en' : 'cy'}
          >
            {words.otherLanguage}
          </a>
        </p>
        {language === 'cy' && <InsetText>{cy['needs-translation']}</InsetText>}
        <p class="govuk-body-l">{words.intro}</p>
        {plan.draft && <p class="govuk-body">{words.draft}</p>}
        {plan.said && <p class="govuk-body">{words[plan.said]}</p>}
        <h2 class="govuk-heading-m">{words.goals}</h2>
        {plan.now.length === 0 && <p class="govuk-body">{words.noGoals}</p>}
        {plan.now.map(goal => (
          <ToldGoalCard goal={goal} words={words} language={language} />
        ))}
        {plan.later.length > 0 && <h2 class="govuk-heading-m">{words.later}</h2>}
        {plan.later.map(goal => (
          <ToldGoalCard goal={goal} words={words} language={language} />
        ))}
        {plan.done.length > 0 && <h2 class="govuk-heading-m">{words.done}</h2>}
        {plan.done.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {plan.done.map(one => (
              <li>
                <Told words={one} language={language} />
              </li>
            ))}
          </ul>
        )}
        <p class="govuk-body">{words.questions}</p>
        <p class="govuk-body app-secondary">{on}</p>
      </div>
    )
  },
})

function ToldGoalCard(props: { readonly goal: ToldGoal; readonly words: Words; readonly language: Language }) {
  const { goal, words, language } = props
  return (
    <article class="app-card">
      <h3 class="govuk-heading-s">
        <Told words={goal.title} language={language} />
      </h3>
      {goal.by && <p class="govuk-body">{words.by.replace('{day}', dayIn(language, goal.by))}</p>}
      {goal.steps.length > 0 && (
        <ul class="govuk-list govuk-list--bullet" aria-label={words.steps}>
          {goal.steps.map(step => (
            <li>
              <strong>{words[step.who]}:</strong> <Told words={step.text} language={language} /> ({words[step.status]})
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** Words in the person's own language say so to whoever reads the page aloud. */
function Told({ words, language }: { readonly words: ToldText; readonly language: Language }) {
  return (
    <span class="app-written" lang={words.lang === language ? undefined : words.lang}>
      {words.text}
    </span>
  )
}
