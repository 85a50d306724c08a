export type DeliverableGroup = 'requirement' | 'treatment' | 'programme' | 'equipment' | 'service'

/** Something an area delivers, or not. Codes are those that proposals use; this domain knows only their names. */
export type DeliverableOption = {
  readonly code: string
  readonly name: string
  readonly group: DeliverableGroup
}

/** Everything a catalogue says something about, in the order it is shown. */
export const deliverableOptions: readonly DeliverableOption[] = [
  { code: 'unpaid-work', name: 'Unpaid work', group: 'requirement' },
  { code: 'rehabilitation-activity', name: 'Rehabilitation activity', group: 'requirement' },
  { code: 'attendance-centre', name: 'Attendance centre', group: 'requirement' },
  { code: 'structured-intervention', name: 'Toolkit or structured intervention', group: 'programme' },
  { code: 'programme-moderate', name: 'Moderate-intensity programme', group: 'programme' },
  { code: 'programme-high', name: 'High-intensity programme', group: 'programme' },
  { code: 'programme-sexual', name: 'Programme for sexual offending', group: 'programme' },
  { code: 'programme-domestic-abuse', name: 'Programme for domestic abuse', group: 'programme' },
  { code: 'learning-adapted', name: 'Version of a programme adapted for learning', group: 'programme' },
  { code: 'maturity-resource', name: 'Maturity resource', group: 'programme' },
  { code: 'drug-rehabilitation', name: 'Drug rehabilitation', group: 'treatment' },
  { code: 'drug-testing', name: 'Drug testing', group: 'treatment' },
  { code: 'alcohol-treatment', name: 'Alcohol treatment', group: 'treatment' },
  { code: 'mental-health-treatment', name: 'Mental health treatment', group: 'treatment' },
  { code: 'intensive-supervision', name: 'Intensive supervision court', group: 'treatment' },
  { code: 'personality-consultation', name: 'Personality pathway consultation', group: 'treatment' },
  { code: 'curfew', name: 'Curfew', group: 'equipment' },
  { code: 'alcohol-abstinence', name: 'Alcohol abstinence and monitoring', group: 'equipment' },
  { code: 'electronic-compliance-monitoring', name: 'Electronic monitoring of compliance', group: 'equipment' },
  { code: 'electronic-whereabouts-monitoring', name: 'Electronic monitoring of whereabouts', group: 'equipment' },
  { code: 'womens-services', name: 'Women’s services', group: 'service' },
  { code: 'young-adult-services', name: 'Young adults’ services', group: 'service' },
  { code: 'accommodation-service', name: 'Accommodation service', group: 'service' },
  { code: 'employment-service', name: 'Education, training and employment service', group: 'service' },
  { code: 'finance-service', name: 'Finance, benefit and debt service', group: 'service' },
  { code: 'wellbeing-service', name: 'Personal wellbeing service', group: 'service' },
  { code: 'dependency-service', name: 'Dependency and recovery service', group: 'service' },
]

export const deliverableGroups: Readonly<Record<DeliverableGroup, string>> = {
  requirement: 'Requirements',
  treatment: 'Treatment and testing',
  programme: 'Programmes and interventions',
  equipment: 'Tags and equipment',
  service: 'Services',
}

const byCode = new Map(deliverableOptions.map(one => [one.code, one]))

/** The option of a code, undefined when a catalogue says nothing about it. */
export function deliverableOption(code: string): DeliverableOption | undefined {
  return byCode.get(code)
}

/** Needs a pathway is kept for: treatment first, because courts ask for it (R52, R53). */
export const pathwayNeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'drugs', name: 'Drugs' },
  { code: 'alcohol', name: 'Alcohol' },
  { code: 'mental-health', name: 'Mental health' },
  { code: 'combined', name: 'Two or more of these together' },
  { code: 'physical-health', name: 'Physical health' },
  { code: 'accommodation', name: 'Accommodation' },
]
