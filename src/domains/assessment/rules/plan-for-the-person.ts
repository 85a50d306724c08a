import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { SentencePlan, StepActor } from '../sentence-plan.ts'
import type { StepStatus } from './goal-state.ts'

export type Language = 'en' | 'cy'

/** Words to show, and whether they are in another language than the rest of the page. */
export type ToldText = { readonly text: string; readonly lang: Language }

/** All that a person's copy can hold. There is no place in it for risk, victims, other people, notes, reasons, links,
 *  areas of need, scores, or where somebody is held: what has no field here cannot be shown. */
export type PlanForThePerson = {
  readonly draft: boolean
  readonly said: 'agreed' | 'do-not-agree' | 'could-not-answer' | null
  readonly now: readonly ToldGoal[]
  readonly later: readonly ToldGoal[]
  readonly done: readonly ToldText[]
}
export type ToldGoal = { readonly title: ToldText; readonly by: LocalDate | null; readonly steps: readonly ToldStep[] }
export type ToldStep = { readonly who: ToldActor; readonly text: ToldText; readonly status: StepStatus }
/** A step of someone else is told without the name: who that is may be another person's business. */
export type ToldActor = Exclude<StepActor, 'person'> | 'me'

/** Words of a suggestion in both languages, by its code; undefined for their own words. */
export type SuggestedWords = (code: string) => { readonly en: string; readonly cy: string } | undefined

/** The plan as the person may read it. Goals and steps marked to be kept out, removed goals and everything but the words,
 *  days and progress of the rest are left out. Suggested words are told in the language asked for; their own words stay
 *  as they were written. */
export function planForThePerson(plan: SentencePlan, language: Language, suggested: SuggestedWords): PlanForThePerson {
  const told = (text: string, suggestion: string | null): ToldText => {
    const words = suggestion === null ? undefined : suggested(suggestion)
    return words ? { text: words[language], lang: language } : { text, lang: 'en' }
  }
  const open = plan.goals.filter(({ withheld }) => !withheld)
  const goals = (state: 'active' | 'future') =>
    open
      .filter(goal => goal.state === state)
      .map(goal => ({
        title: told(goal.title, goal.suggestion),
        by: state === 'active' ? goal.targetOn : null,
        steps: goal.steps
          .filter(({ withheld }) => !withheld)
          .map(step => ({
            who: step.actor === 'person' ? ('me' as const) : step.actor,
            text: told(step.body, step.suggestion),
            status: step.status,
          })),
      }))
  const achieved = open.filter(goal => goal.state === 'achieved')
  return {
    draft: plan.agreement === 'draft',
    said: saidOf(plan),
    now: goals('active'),
    later: goals('future'),
    done: achieved.map(goal => told(goal.title, goal.suggestion)),
  }
}

function saidOf({ agreements }: SentencePlan): PlanForThePerson['said'] {
  const answer = agreements.at(-1)?.answer
  if (answer === undefined) return null
  return answer === 'agree' ? 'agreed' : answer
}
