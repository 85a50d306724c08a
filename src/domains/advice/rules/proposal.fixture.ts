import type { DeliveredOption, Need, ProposalFacts, Treatment } from '../model.ts'
import { proposalOptions } from '../parameters/proposal-options.ts'

export const unknownTreatment: Treatment = { criterionMet: null, susceptible: null, arranged: null, willing: null }
export const noTreatment: Treatment = { criterionMet: false, susceptible: false, arranged: false, willing: false }
export const treatmentMet: Treatment = { criterionMet: true, susceptible: true, arranged: true, willing: true }

/** Everything runs in the area of the example, at any time, after two weeks. */
export const everythingRuns: readonly DeliveredOption[] = proposalOptions
  .filter(option => option.delivery !== null)
  .map(option => delivered(option.id))

export function delivered(option: string, change: Partial<DeliveredOption> = {}): DeliveredOption {
  return {
    option,
    runs: true,
    provider: 'Northmoor delivery team',
    place: 'Northmoor',
    nextStartOn: '2026-12-07',
    waitWeeks: 2,
    hoursAWeek: 3,
    times: [],
    activities: [],
    checkedOn: '2026-11-20',
    ...change,
  }
}

export function need(area: Need['area'], change: Partial<Need> = {}): Need {
  return { area, severity: 'standard', harmLinked: false, reoffendingLinked: false, ...change }
}

/** A made-up case in the middle band: thinking and alcohol are needs, alcohol played a part, nobody is dependent. */
export const exampleFacts: ProposalFacts = {
  sentencedOn: '2026-11-21',
  area: 'Northmoor',
  person: {
    ageAtConviction: 34,
    sex: 'male',
    cannotAttendHours: [],
    cannotAttendPlaces: [],
    freeHoursAWeek: 30,
    curfewAddressSuitable: true,
    householdConsents: true,
    unpaidWork: 'able',
  },
  case: {
    offences: [{ committedOn: '2026-08-03', convictedOn: '2026-11-02', imprisonable: true }],
    seriousness: 'medium',
    custodialTerm: null,
    domesticAbuse: false,
    sexual: false,
    images: false,
    alcoholFactor: true,
    drugFactor: false,
    fineOrExceptional: false,
    outstandingUnpaidWorkHours: 0,
    problemSolvingCourt: false,
  },
  risk: {
    directContact: null,
    images: null,
    saraPartner: 1,
    saraOther: 1,
    programmeNeeds: {
      pathway: 'M',
      need: 'M',
      risk: 'M',
      domains: { sex: 0, thinking: 2, relationship: 1, selfManagement: 1 },
      missing: [],
    },
    learning: { faults: [], score: 0, contributions: [] },
    maturity: { faults: [], applicable: false, score: null, flag: false, contributions: [] },
    personality: { faults: [], applicable: false, result: 'screen-out', override: null, contributions: [] },
    harmFactors: [],
  },
  needs: [
    need('thinking-behaviour', { severity: 'severe', reoffendingLinked: true }),
    need('alcohol', { harmLinked: true }),
    need('attitudes'),
    need('accommodation', { severity: 'none' }),
  ],
  treatment: { alcohol: noTreatment, drugs: noTreatment, mentalHealth: noTreatment },
  catalogue: { area: 'Northmoor', entries: everythingRuns },
}

export function withCase(change: Partial<ProposalFacts['case']>, facts = exampleFacts): ProposalFacts {
  return { ...facts, case: { ...facts.case, ...change } }
}

export function withPerson(change: Partial<ProposalFacts['person']>, facts = exampleFacts): ProposalFacts {
  return { ...facts, person: { ...facts.person, ...change } }
}

export function withTreatment(change: Partial<ProposalFacts['treatment']>, facts = exampleFacts): ProposalFacts {
  return { ...facts, treatment: { ...facts.treatment, ...change } }
}

export function withDelivery(
  option: string,
  change: Partial<DeliveredOption> | null,
  facts = exampleFacts,
): ProposalFacts {
  const others = facts.catalogue.entries.filter(one => one.option !== option)
  const entries = change ? [...others, delivered(option, change)] : others
  return { ...facts, catalogue: { ...facts.catalogue, entries } }
}
