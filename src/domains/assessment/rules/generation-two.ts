import type { Band, Contribution, GenerationTwoFacts, NoScore, PredictorName, Score, Scored } from '../model.ts'
import { type ActuarialData, actuarialData } from '../parameters/actuarial-data.ts'
import { missingForDynamic, missingForStatic, missingSexual } from './generation-two-requirements.ts'
import { type Basis, generationTwoData, type ReoffendingPredictor, reoffendingScore } from './reoffending-predictor.ts'
import { bandOf, rounded, sumOfPercents } from './scoring.ts'
import { directContactScore, imageScore } from './sexual-reoffending.ts'

/** The version of these rules, stored with every score. */
export const generationTwoAlgorithm = '2.0'

type Facts = GenerationTwoFacts
export type DirectContactScore = Score<Facts> & { readonly points: number; readonly bandReduced: boolean }
/** `missing` names what the form that was asked for lacks, even where the other form gave a score. */
export type CombinedScore = Score<Facts> & { readonly missing: readonly string[] }

/** Every predictor of the second generation. Static and dynamic forms of one predictor never both score. */
export type GenerationTwoScores = {
  readonly arpStatic: Scored<Facts>
  readonly arpDynamic: Scored<Facts>
  readonly vrpStatic: Scored<Facts>
  readonly vrpDynamic: Scored<Facts>
  readonly svrpStatic: Scored<Facts>
  readonly svrpDynamic: Scored<Facts>
  readonly dcSrp: DirectContactScore | NoScore<Facts>
  readonly iicSrp: Scored<Facts>
  readonly csrp: CombinedScore | NoScore<Facts>
}

/** Scores everything the facts allow, with the data in force on the day of assessment. Facts that are not known give
 *  "no score" with what is missing, never a low score. Other data than that in force is for dry runs only.
 *  Rule: actuarial-risk.md section 3. */
export function generationTwoScores(
  facts: Facts,
  data: ActuarialData = actuarialData(facts.assessedOn),
): GenerationTwoScores {
  const category = facts.offenceCode === null ? '' : (data.offences.get(facts.offenceCode)?.category ?? '')
  const known: Run = { facts, data, category: category === '' ? null : category }
  const arp = bothForms('ARP', known)
  const vrp = bothForms('VRP', known)
  const svrp = bothForms('SVRP', known)
  const dcSrp = directContact(known)
  const iicSrp = imagesAndIndirect(known)
  return {
    arpStatic: arp.static,
    arpDynamic: arp.dynamic,
    vrpStatic: vrp.static,
    vrpDynamic: vrp.dynamic,
    svrpStatic: svrp.static,
    svrpDynamic: svrp.dynamic,
    dcSrp,
    iicSrp,
    csrp: combined(known, svrp, [dcSrp, iicSrp]),
  }
}

type Run = { readonly facts: Facts; readonly data: ActuarialData; readonly category: string | null }
type Forms = { readonly static: Scored<Facts>; readonly dynamic: Scored<Facts> }

/** Dynamic first; static only where dynamic gave no score. */
function bothForms(predictor: ReoffendingPredictor, run: Run): Forms {
  const dynamic = form(predictor, 'dynamic', run)
  if (dynamic.outcome === 'scored') return { dynamic, static: noScore(predictor, run, 'not-attempted') }
  return { dynamic, static: form(predictor, 'static', run) }
}

function form(predictor: ReoffendingPredictor, basis: Basis, run: Run): Scored<Facts> {
  const { facts, data, category } = run
  if (basis === 'dynamic' && facts.staticOnly) return noScore(predictor, run, 'not-attempted')
  if (facts.sex === 'other') return noScore(predictor, run, 'not-calculable')
  const missing = missingForStatic(predictor, facts, category !== null)
  const all = basis === 'dynamic' ? [...missing, ...missingForDynamic(predictor, facts)] : missing
  if (all.length > 0 || category === null) return noScore(predictor, run, 'missing', all)
  const { percent, band, linear, contributions } = reoffendingScore(predictor, basis, facts, category, data)
  return score(run, predictor, basis, percent, band, linear, contributions)
}

/** Why neither sexual predictor can be worked out, or undefined for a man with a history and known facts. */
function sexualBarrier(predictor: 'DC-SRP' | 'IIC-SRP', run: Run): NoScore<Facts> | undefined {
  const { sex, sexual } = run.facts
  if (sex === 'female' || sex === 'other') return noScore(predictor, run, 'not-applicable')
  if (sexual.everCommitted === false) return noScore(predictor, run, 'not-applicable')
  if (sex === null) return noScore(predictor, run, 'missing', ['sex'])
  return sexual.everCommitted === null ? noScore(predictor, run, 'missing', ['1.30']) : undefined
}

function directContact(run: Run): DirectContactScore | NoScore<Facts> {
  const barrier = sexualBarrier('DC-SRP', run)
  if (barrier) return barrier
  const { facts } = run
  const { sexual, dateOfBirth, totalSanctions } = facts
  const from = facts.communityOn ?? facts.lastSanctionOn
  const missing = [
    ...(dateOfBirth === null ? ['date of birth'] : []),
    ...(from === null ? ['1.29', '1.38'] : []),
    ...unusableOffence(run),
    ...(totalSanctions === null ? ['1.32'] : []),
    ...missingSexual(sexual, 'direct'),
  ]
  if (missing.length > 0) return noScore('DC-SRP', run, 'missing', missing)
  const latestSexualOn = sexual.latestOn!
  const { percent, band, points, bandReduced, contributions } = directContactScore(
    {
      dateOfBirth: dateOfBirth!,
      from: from!,
      totalSanctions: totalSanctions!,
      contactAdult: sexual.contactAdult!,
      contactChild: sexual.contactChild!,
      otherNonContact: sexual.otherNonContact!,
      latestSexualOn,
      strangerVictim: sexual.strangerVictim === true,
    },
    {
      assessedOn: facts.assessedOn,
      inCustody: facts.inCustody === true,
      communityOn: facts.communityOn,
      latestOffenceOn: facts.mostRecentOffenceOn,
      latestSexualOn,
    },
    generationTwoData(run.data).DC_SRP,
  )
  const scored = score(run, 'DC-SRP', 'static', percent, band, points, contributions)
  return Object.assign(scored, { points, bandReduced })
}

function imagesAndIndirect(run: Run): Scored<Facts> {
  const barrier = sexualBarrier('IIC-SRP', run)
  if (barrier) return barrier
  const { sexual } = run.facts
  const missing = [...unusableOffence(run), ...missingSexual(sexual, 'images')]
  if (missing.length > 0) return noScore('IIC-SRP', run, 'missing', missing)
  const { contactAdult, contactChild, images, otherNonContact } = sexual
  const { rung, percent, band } = imageScore(
    {
      contactAdult: contactAdult!,
      contactChild: contactChild!,
      images: images!,
      otherNonContact: otherNonContact!,
    },
    generationTwoData(run.data).IIC_SRP,
  )
  const contributions = percent === 0 ? [] : [{ feature: rung, value: percent }]
  return score(run, 'IIC-SRP', 'static', percent, band, percent, contributions)
}

function combined(run: Run, svrp: Forms, sexual: readonly Scored<Facts>[]): CombinedScore | NoScore<Facts> {
  const { facts, category, data } = run
  if (facts.sex === 'other') return noScore('CSRP', run, 'not-calculable')
  const forStatic = [...missingForStatic('SVRP', facts, category !== null), ...missingCombined(facts)]
  const missing = facts.staticOnly ? forStatic : [...forStatic, ...missingForDynamic('SVRP', facts)]
  if (forStatic.length > 0) return noScore('CSRP', run, 'missing', missing)
  const basis: Basis = svrp.dynamic.outcome === 'scored' ? 'dynamic' : 'static'
  const { CSRP, bands } = generationTwoData(data)
  const woman = facts.sex === 'female' && facts.sexual.everCommitted === true
  const parts = [
    { feature: 'SVRP', value: percentIn(svrp[basis]) },
    ...sexual.map(one => ({ feature: one.predictor, value: percentIn(one) })),
    { feature: 'woman with sexual history', value: woman ? rounded(CSRP.femaleSexualOffender * 100, 2) : 0 },
  ].filter(part => part.value !== 0)
  const percent = sumOfPercents(parts.map(part => part.value))
  const scored = score(run, 'CSRP', basis, percent, bandOf(percent, bands.CSRP), percent, parts)
  return Object.assign(scored, { missing })
}

function missingCombined({ sex, sexual }: Facts): readonly string[] {
  if (sexual.everCommitted === null) return ['1.30']
  if (!sexual.everCommitted) return []
  if (sex === 'male') return missingSexual(sexual, 'combined')
  return missingSexual(sexual, 'images').filter(code => code === 'no sexual sanction counts')
}

function unusableOffence({ facts, category }: Run): readonly string[] {
  return facts.offenceCode !== null && category === null ? ['offence code has no category'] : []
}

function percentIn(score: Scored<Facts>): number {
  return score.outcome === 'scored' ? score.percent : 0
}

// Written out field by field: spreading objects here costs more than the arithmetic of the scores.
function score(
  { facts, data }: Run,
  predictor: PredictorName,
  basis: Basis,
  percent: number,
  band: Band,
  linear: number,
  contributions: readonly Contribution[],
): Score<Facts> {
  return {
    predictor,
    generation: 2,
    algorithmVersion: generationTwoAlgorithm,
    dataVersion: data.version,
    assessedOn: facts.assessedOn,
    inputs: facts,
    outcome: 'scored',
    basis,
    percent,
    band,
    linear,
    contributions,
  }
}

function noScore(
  predictor: PredictorName,
  { facts, data }: Run,
  why: NoScore['why'],
  missing: readonly string[] = [],
): NoScore<Facts> {
  return {
    predictor,
    generation: 2,
    algorithmVersion: generationTwoAlgorithm,
    dataVersion: data.version,
    assessedOn: facts.assessedOn,
    inputs: facts,
    outcome: 'no-score',
    why,
    missing,
  }
}
