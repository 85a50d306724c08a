import type { GenerationOneAnswer, GenerationOneFacts } from '../generation-one-model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { fault, missingInput, notScoredOne } from './generation-one-answer.ts'
import { ogrs3 } from './ogrs3.ts'
import { type PointScale, scoredOnScale } from './ovp1.ts'
import { Tally } from './scoring.ts'

/** Non-violent reoffending, first generation; it rests on a valid OGRS3. Rule: actuarial-risk.md section 2.3. */
export function ogp1(facts: GenerationOneFacts): GenerationOneAnswer {
  const base = ogrs3(facts)
  const missing = missingInput(
    facts,
    [],
    [
      'noFixedAbode',
      'unemployed',
      'regularActivities',
      'drugMisuse',
      'drugMotivation',
      'problemSolving',
      'awareness',
      'othersViews',
      'proCriminalAttitudes',
    ],
  )
  if (base.outcome === 'no-score') {
    const fields = [...base.missing.map(field => `OGRS3: ${field}`), ...missing.flatMap(one => one.fields)]
    return notScoredOne('OGP1', facts, [fault('missing-input', ...fields)])
  }
  if (missing.length > 0) return notScoredOne('OGP1', facts, missing)

  const { answers } = facts
  const tally = new Tally()
  tally.add('OGRS3', Math.round(0.6 * base.percent))
  tally.add('no fixed abode', answers.noFixedAbode ? 5 : 0)
  tally.add('unemployed', answers.unemployed ? 5 : 0)
  tally.add('regular activities', threeThenFive[answers.regularActivities!])
  tally.add('drugs', Math.round(3.75 * (answers.drugMisuse! + answers.drugMotivation!)))
  tally.add('thinking', Math.round((5 * (answers.problemSolving! + answers.awareness! + answers.othersViews!)) / 6))
  tally.add('pro-criminal attitudes', threeThenFive[answers.proCriminalAttitudes!])
  return scoredOnScale(
    'OGP1',
    facts,
    tally,
    actuarialData(facts.assessedOn).coefficients.generation1.OGP1 as PointScale,
  )
}

const threeThenFive = [0, 3, 5] as const
