import type { Layer } from './questions/question.ts'

/** What each layer is called on screens, and what it holds. */
export const layerWords: Readonly<Record<Layer, { readonly name: string; readonly about: string }>> = {
  CSRP: { name: 'Predictors only', about: 'The questions the predictors need, and nothing else' },
  L1: {
    name: 'Screening',
    about: 'The offence, the predictors, the screening for serious harm and the self-assessment',
  },
  L3: { name: 'Full assessment', about: 'Every area of need, serious harm in full where the screening asks for it' },
  'L3.2': {
    name: 'Full assessment with strengths',
    about: 'As the full assessment, with strengths beside needs in each area',
  },
  FAST: { name: 'Fast review', about: 'What changed since the last full assessment' },
}

/** What each level of serious harm means: the standard definitions, restated. */
export const levelMeanings: readonly { readonly level: string; readonly means: string }[] = [
  { level: 'Low', means: 'nothing at present points to serious harm' },
  { level: 'Medium', means: 'there are signs, but serious harm is unlikely unless something changes' },
  { level: 'High', means: 'there are clear signs; it could happen at any time and the impact would be serious' },
  { level: 'Very high', means: 'it is imminent: more likely than not to happen' },
]
