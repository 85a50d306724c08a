import { ageOn, type LocalDate, plusYears } from '../../../platform/calendar/index.ts'
import type { Band } from '../model.ts'
import { type BandBounds, bandOf, logistic, percentOf, rounded, Tally } from './scoring.ts'

/** The facts of the 64-point scale, all known. */
export type DirectContactFacts = {
  readonly dateOfBirth: LocalDate
  /** Community start or release, from which the person can reoffend. */
  readonly from: LocalDate
  readonly totalSanctions: number
  readonly contactAdult: number
  readonly contactChild: number
  readonly otherNonContact: number
  readonly latestSexualOn: LocalDate
  readonly strangerVictim: boolean
}

/** What decides whether a band is shown one lower. `latestOffenceOn` not known does not stand in the way. */
export type ReductionFacts = {
  readonly assessedOn: LocalDate
  readonly inCustody: boolean
  readonly communityOn: LocalDate | null
  readonly latestOffenceOn: LocalDate | null
  readonly latestSexualOn: LocalDate
}

export type DirectContactData = { readonly intercept: number; readonly slope: number; readonly bands: BandBounds }

const tiers = (count: number, each: number): number => Math.min(count, 3) * each

/** Points (0 to 64), probability and band of direct contact sexual reoffending by a man, both generations.
 *  Rule: actuarial-risk.md section 2.5. */
export function directContactScore(facts: DirectContactFacts, reduction: ReductionFacts, data: DirectContactData) {
  const tally = new Tally()
  tally.add('contact adult sanctions', tiers(facts.contactAdult, 5))
  tally.add('contact child sanctions', tiers(facts.contactChild, 3))
  tally.add('other non-contact sanctions', tiers(facts.otherNonContact, 2))
  tally.add('age', Math.min(Math.max(Math.ceil((60 - ageOn(facts.dateOfBirth, facts.from)) / 3), 0), 14))
  const ageAtLatest = ageOn(facts.dateOfBirth, facts.latestSexualOn)
  tally.add('age at latest sexual sanction', ageAtLatest >= 18 ? 10 : ageAtLatest >= 16 ? 5 : 0)
  tally.add('sanctions', facts.totalSanctions >= 2 ? 6 : 0)
  tally.add('stranger victim', facts.strangerVictim ? 4 : 0)

  const points = tally.linear
  const full = bandOf(points, data.bands)
  const bandReduced = full !== 'low' && isReduced(reduction)
  const percent = points === 0 ? 0 : percentOf(logistic(data.intercept + data.slope * points))
  return { points, percent, band: bandReduced ? oneLower(full) : full, bandReduced, contributions: tally.contributions }
}

/** Five years in the community without any offence: the band is shown one lower, the probability stays. */
function isReduced({ assessedOn, inCustody, communityOn, latestOffenceOn, latestSexualOn }: ReductionFacts): boolean {
  const fiveYearsAgo = plusYears(assessedOn, -5)
  if (inCustody || communityOn === null || communityOn > fiveYearsAgo) return false
  return latestSexualOn <= fiveYearsAgo && (latestOffenceOn === null || latestOffenceOn <= fiveYearsAgo)
}

function oneLower(band: Band): Band {
  return band === 'very-high' ? 'high' : band === 'high' ? 'medium' : 'low'
}

export type ImageFacts = {
  readonly contactAdult: number
  readonly contactChild: number
  readonly images: number
  readonly otherNonContact: number
}

/** The rung of the image and indirect contact ladder: the first that holds. Rule: actuarial-risk.md section 2.6. */
export function imageScore(facts: ImageFacts, probabilities: { readonly [rung: string]: number }) {
  const rung = rungOf(facts)
  const band: Band = facts.images >= 2 ? 'high' : facts.images === 1 ? 'medium' : 'low'
  return { rung, percent: rounded((probabilities[rung] ?? 0) * 100, 2), band }
}

function rungOf({ contactAdult, contactChild, images, otherNonContact }: ImageFacts): string {
  if (images >= 2) return 'TWO_PLUS_IIOC'
  if (images === 1) return 'ONE_IIOC'
  if (contactChild >= 2) return 'TWO_PLUS_CHILD_CONTACT'
  if (contactChild === 1) return 'ONE_CHILD_CONTACT'
  return contactAdult + otherNonContact === 0 ? 'NO_SEXUAL_SANCTION' : 'OTHER'
}
