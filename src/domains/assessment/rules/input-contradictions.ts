import { ageOn, type LocalDate, plusMonths } from '../../../platform/calendar/index.ts'
import type { GenerationTwoFacts } from '../model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { inputLimits, unusualInputs } from '../parameters/score-quality.ts'

/** 'wrong' cannot be true; 'ask' is unusual and wants a second look; 'note' explains how the score treats it. */
export type Contradiction = {
  readonly severity: 'wrong' | 'ask' | 'note'
  readonly code: string
  readonly fields: readonly string[]
}

/** What in the facts of a score contradicts itself or is unlikely, worst first. Missing facts are no contradiction.
 *  Rule: actuarial-risk.md section 8 and the newer entry limits of section 3.4. */
export function inputContradictions(facts: GenerationTwoFacts): readonly Contradiction[] {
  const found = [...dates(facts), ...ages(facts), ...counts(facts), ...offence(facts)]
  const order = ['wrong', 'ask', 'note']
  return found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

function dates({
  assessedOn,
  dateOfBirth,
  lastSanctionOn,
  communityOn,
  inCustody,
}: GenerationTwoFacts): Contradiction[] {
  const { convictionWithinMonthsOfAssessment } = inputLimits.on(assessedOn).value
  const found: Contradiction[] = []
  if (dateOfBirth && dateOfBirth > assessedOn) found.push(wrong('born-after-assessment', 'dateOfBirth'))
  if (dateOfBirth && lastSanctionOn && lastSanctionOn <= dateOfBirth) {
    found.push(wrong('conviction-not-after-birth', 'lastSanctionOn', 'dateOfBirth'))
  }
  if (lastSanctionOn && lastSanctionOn > plusMonths(assessedOn, convictionWithinMonthsOfAssessment)) {
    found.push(wrong('conviction-far-after-assessment', 'lastSanctionOn'))
  } else if (lastSanctionOn && lastSanctionOn > assessedOn)
    found.push(ask('conviction-after-assessment', 'lastSanctionOn'))
  if (lastSanctionOn && communityOn && communityOn < lastSanctionOn) {
    found.push(ask('release-before-conviction', 'communityOn', 'lastSanctionOn'))
  }
  if (communityOn && communityOn > assessedOn) found.push(note('release-still-to-come', 'communityOn'))
  if (inCustody && !communityOn) found.push(ask('release-date-missing', 'communityOn'))
  return found
}

function ages(facts: GenerationTwoFacts): Contradiction[] {
  const { assessedOn, dateOfBirth, ageAtFirstSanction, lastSanctionOn, totalSanctions } = facts
  const { highestAge } = inputLimits.on(assessedOn).value
  const { youngestResponsible, adult } = unusualInputs.on(assessedOn).value
  const found: Contradiction[] = []
  if (ageAtFirstSanction !== null && ageAtFirstSanction < youngestResponsible) {
    found.push(ask('first-sanction-under-criminal-responsibility', 'ageAtFirstSanction'))
  }
  if (dateOfBirth === null || dateOfBirth > assessedOn) return found
  const age = ageOn(dateOfBirth, assessedOn)
  if (age > highestAge) found.push(wrong('age-out-of-range', 'dateOfBirth'))
  if (age < adult) found.push(ask('outside-validated-ages', 'dateOfBirth'))
  if (!lastSanctionOn || ageAtFirstSanction === null) return found
  const ageAtLast = ageOn(dateOfBirth, lastSanctionOn)
  if (ageAtFirstSanction > ageAtLast)
    found.push(wrong('first-sanction-after-last', 'ageAtFirstSanction', 'lastSanctionOn'))
  if (ageAtFirstSanction === ageAtLast && totalSanctions !== null && totalSanctions > 1) {
    found.push(ask('several-sanctions-at-one-age', 'ageAtFirstSanction', 'totalSanctions'))
  }
  return found
}

function counts({ assessedOn, totalSanctions, violentSanctions, sexual }: GenerationTwoFacts): Contradiction[] {
  const { sanctions } = inputLimits.on(assessedOn).value
  const found: Contradiction[] = []
  const sexualCounts = [sexual.contactAdult, sexual.contactChild, sexual.images, sexual.otherNonContact]
  const most = Math.max(0, ...sexualCounts.map(count => count ?? 0))
  if ([totalSanctions, violentSanctions, ...sexualCounts].some(count => count !== null && count < 0)) {
    found.push(wrong('count-below-zero', 'totalSanctions', 'violentSanctions', 'sexual'))
  }
  if (sexual.everCommitted === false && most > 0) found.push(wrong('sexual-counts-without-history', 'sexual'))
  if (totalSanctions === null) return found
  if (totalSanctions < sanctions.min || totalSanctions > sanctions.max) {
    found.push(wrong('sanctions-out-of-range', 'totalSanctions'))
  } else if (totalSanctions >= unusualInputs.on(assessedOn).value.sanctions) {
    found.push(ask('very-many-sanctions', 'totalSanctions'))
  }
  if (violentSanctions !== null && violentSanctions > totalSanctions) {
    found.push(wrong('violent-above-total', 'violentSanctions', 'totalSanctions'))
  }
  if (most > totalSanctions) found.push(wrong('sexual-above-total', 'sexual', 'totalSanctions'))
  return found
}

function offence({ assessedOn, offenceCode }: GenerationTwoFacts): Contradiction[] {
  if (offenceCode === null) return []
  const group = actuarialData(assessedOn).offences.get(offenceCode)
  if (!group?.category) return [wrong('offence-not-mapped', 'offenceCode')]
  return group.retired ? [ask('offence-code-retired', 'offenceCode')] : []
}

/** The first day in the facts that lies after `asAt`, which no fact about the past may. */
export function futureFact(facts: GenerationTwoFacts, asAt: LocalDate): string | undefined {
  const past = ['assessedOn', 'dateOfBirth', 'mostRecentOffenceOn'] as const
  return past.find(field => (facts[field] ?? asAt) > asAt)
}

function wrong(code: string, ...fields: readonly string[]): Contradiction {
  return { severity: 'wrong', code, fields }
}
function ask(code: string, ...fields: readonly string[]): Contradiction {
  return { severity: 'ask', code, fields }
}
function note(code: string, ...fields: readonly string[]): Contradiction {
  return { severity: 'note', code, fields }
}
