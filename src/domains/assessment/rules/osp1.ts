import { ageOn } from '../../../platform/calendar/index.ts'
import type { Fault, GenerationOneAnswer, GenerationOneFacts } from '../generation-one-model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { fault, missingInput, notApplicableOne, notScoredOne, scoredOne } from './generation-one-answer.ts'
import { sexualCountsContradict } from './generation-two-requirements.ts'
import { type DirectContactData, directContactScore, imageScore } from './sexual-reoffending.ts'

const counts = ['contactAdult', 'contactChild', 'images', 'otherNonContact'] as const

/** Direct contact sexual reoffending, first generation. Rule: actuarial-risk.md section 2.5. */
export function ospDirectContact(facts: GenerationOneFacts): GenerationOneAnswer {
  const { sexual, supervision } = facts
  const missing = missingInput(facts, ['sex', 'dateOfBirth', 'followUpFrom', 'totalSanctions', 'supervision'])
  const faults = sexualFaults(facts, [
    ...(missing[0]?.fields ?? []),
    ...(sexual.everCommitted === null ? ['everCommitted'] : []),
  ])
  if (faults.length > 0) return notScoredOne('OSP/DC', facts, faults)
  if (facts.sex === 'female' || !sexual.everCommitted) return notApplicableOne('OSP/DC', facts)

  const birth = facts.dateOfBirth!
  const from = facts.followUpFrom!
  const wrong = impossible(facts)
  if (wrong.length > 0) return notScoredOne('OSP/DC', facts, wrong)
  // A sexual sanction of unknown date scores as one before sixteen, and is no recent offence.
  const latestSexualOn = sexual.latestOn ?? birth
  const { percent, band, points, bandReduced, contributions } = directContactScore(
    {
      dateOfBirth: birth,
      from,
      totalSanctions: facts.totalSanctions!,
      contactAdult: sexual.contactAdult!,
      contactChild: sexual.contactChild!,
      otherNonContact: sexual.otherNonContact!,
      latestSexualOn,
      strangerVictim: sexual.strangerVictim === true,
    },
    {
      assessedOn: facts.assessedOn,
      inCustody: supervision === 'custody',
      communityOn: from,
      latestOffenceOn: facts.mostRecentOffenceOn,
      latestSexualOn,
    },
    actuarialData(facts.assessedOn).coefficients.generation1.OSP_DC as DirectContactData,
  )
  return scoredOne('OSP/DC', facts, { percent, band, linear: points, contributions }, { points, bandReduced })
}

/** Image and indirect contact sexual reoffending, first generation. Rule: actuarial-risk.md section 2.6. */
export function ospImages(facts: GenerationOneFacts): GenerationOneAnswer {
  const { sex, sexual } = facts
  const missing = missingInput(facts, ['sex'])
  const historyAsked = sex === 'male' && sexual.everCommitted === null
  const faults = sexualFaults(facts, [...(missing[0]?.fields ?? []), ...(historyAsked ? ['everCommitted'] : [])])
  if (faults.length > 0) return notScoredOne('OSP/IIC', facts, faults)
  if (sex === 'female' || !sexual.everCommitted) return notApplicableOne('OSP/IIC', facts)
  const { rung, percent, band } = imageScore(
    {
      contactAdult: sexual.contactAdult!,
      contactChild: sexual.contactChild!,
      images: sexual.images!,
      otherNonContact: sexual.otherNonContact!,
    },
    actuarialData(facts.assessedOn).coefficients.generation1.OSP_IIC as { readonly [rung: string]: number },
  )
  return scoredOne('OSP/IIC', facts, {
    percent,
    band,
    linear: percent,
    contributions: [{ feature: rung, value: percent }],
  })
}

/** Missing facts and contradictions of the sexual history, which only a man's score rests on. */
function sexualFaults({ sex, sexual }: GenerationOneFacts, missing: readonly string[]): readonly Fault[] {
  const fields = [...missing]
  const found: Fault[] = []
  if (sex === 'male' && sexual.everCommitted === true) {
    if (sexual.currentMotivated === null) fields.push('currentMotivated')
    const lacking = counts.filter(count => sexual[count] === null)
    if (lacking.length > 0) found.push(fault('sexual-counts-missing', ...lacking))
    if (sexualCountsContradict(sexual)) found.push(fault('sexual-counts-missing', ...counts))
  }
  if (sex === 'male' && sexual.everCommitted === false) {
    const given = counts.filter(count => sexual[count] !== null)
    if (given.length > 0) found.push(fault('sexual-history-contradicts-counts', ...given))
  }
  return fields.length > 0 ? [fault('missing-input', ...fields), ...found] : found
}

function impossible({ dateOfBirth, followUpFrom, totalSanctions, sexual }: GenerationOneFacts): readonly Fault[] {
  if (totalSanctions! < 1) return [fault('total-sanctions-below-one', 'totalSanctions')]
  if (followUpFrom! <= dateOfBirth!) return [fault('date-not-after-birth', 'followUpFrom')]
  const { latestOn } = sexual
  return latestOn !== null && ageOn(dateOfBirth!, latestOn) < 10
    ? [fault('under-ten-at-sexual-sanction', 'latestOn')]
    : []
}
