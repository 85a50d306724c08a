import type { AnswerValue, AnswerValues } from '../../assessment/index.ts'

/** What the assessment's answers settle about treatment; null is left to be asked. */
export type AssessedTreatment = {
  readonly alcohol: { readonly criterionMet: boolean | null; readonly willing: boolean | null }
  readonly drugs: { readonly criterionMet: boolean | null; readonly willing: boolean | null }
}

/** Answers to "do they want to change anything?" that say yes. */
const wantsChange = ['MAKING_CHANGES', 'WANT_TO_MAKE_CHANGES', 'NEEDS_HELP_TO_MAKE_CHANGES']

/** What the answers on drugs and alcohol settle, and no more. Use now is a propensity to misuse drugs; no misuse ever is
 *  none. No form asks for dependence on alcohol, so only "no problem, now, lately or before" settles that. Wanting to deal
 *  with it counts as willing; not wanting to does not count as refusing, because the law asks about the requirement.
 *  Source: ours (README, assumptions); an answer given for the proposal comes first. */
export function assessedTreatment(answers: AnswerValues): AssessedTreatment {
  const is = (code: string, ...values: readonly AnswerValue[]) => values.includes(answers.get(code) ?? '')
  const usedNow = is('8.4', '2') || is('8.5', '2')
  const drinkingNow = is('9.1', '1', '2') || is('9.2', '1', '2')
  const neverDrinking = ['9.1', '9.2', '9.3'].every(code => is(code, '0'))
  return {
    drugs: {
      criterionMet: is('8.1', 'NO') ? false : is('8.1', 'YES') && usedNow ? true : null,
      willing: is('8.1', 'YES') && usedNow && (is('8.8', '0') || is('S-drugs.change', ...wantsChange)) ? true : null,
    },
    alcohol: {
      criterionMet: neverDrinking ? false : null,
      willing: drinkingNow && (is('9.5', '0') || is('S-alcohol.change', ...wantsChange)) ? true : null,
    },
  }
}
