import type { GenerationOneAnswer, GenerationOneFacts } from '../generation-one-model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { fault, notScoredOne, scoredOne } from './generation-one-answer.ts'
import { sexualCountsContradict } from './generation-two-requirements.ts'
import { ospDirectContact, ospImages } from './osp1.ts'
import { type BandBounds, bandOf, rounded, sumOfPercents } from './scoring.ts'
import { snsv1 } from './snsv1.ts'

type RsrData = { readonly femaleSexualOffender: number; readonly bands: BandBounds }

/** A seriously harmful offence within two years, first generation: the sum of its components.
 *  Rule: actuarial-risk.md section 2.7. */
export function rsr1(facts: GenerationOneFacts): GenerationOneAnswer {
  const violence = snsv1(facts)
  const sexual = [ospDirectContact(facts), ospImages(facts)]
  const broken = [violence, ...sexual].filter(part => part.outcome === 'no-score' && part.faults.length > 0)
  if (broken.length > 0 || violence.outcome === 'no-score') {
    const fields = broken.flatMap(part => part.faults.map(one => `${part.predictor}: ${one.code}`))
    return notScoredOne('RSR1', facts, [fault('component-fault', ...fields)])
  }
  if (sexualHistoryUnusable(facts)) return notScoredOne('RSR1', facts, [])
  const { femaleSexualOffender, bands } = actuarialData(facts.assessedOn).coefficients.generation1.RSR as RsrData
  const woman = facts.sex === 'female' && facts.sexual.everCommitted === true
  const contributions = [
    { feature: 'SNSV1', value: violence.percent },
    ...sexual.map(part => ({ feature: part.predictor, value: part.outcome === 'scored' ? part.percent : 0 })),
    { feature: 'woman with sexual history', value: woman ? rounded(femaleSexualOffender * 100, 2) : 0 },
  ].filter(part => part.value !== 0)
  const percent = sumOfPercents(contributions.map(part => part.value))
  const band = bandOf(percent, bands)
  return scoredOne(
    'RSR1',
    facts,
    { percent, band, linear: percent, contributions },
    { basis: violence.basis, faults: violence.faults },
  )
}

/** Nothing known of sexual offending, or a motivated current offence with no sanction at all: no score, and no fault
 *  that the components would name. */
function sexualHistoryUnusable({ sexual }: GenerationOneFacts): boolean {
  const nothingKnown = Object.values(sexual).every(value => value === null)
  return nothingKnown || (sexual.currentMotivated === 'yes' && sexualCountsContradict(sexual))
}
