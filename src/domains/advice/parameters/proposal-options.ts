import type { NeedArea } from '../../assessment/index.ts'
import { type RequirementKind, requirementType } from '../../sentence/index.ts'
import type { ProposalOption } from '../model.ts'

/** What can be proposed. Names of requirements come from `sentence`. Which needs an option meets is our reading
 *  (README, assumptions). `activity` and `supervision` ended for adults in 2015 and are not offered. */
export const proposalOptions: readonly ProposalOption[] = [
  requirement('unpaid-work', 'punishes', [], 'attended'),
  requirement('rehabilitation-activity', 'helps', ['attitudes', 'lifestyle', 'education-employment'], 'attended'),
  within('programme-moderate', 'Moderate-intensity programme', 'programme', ['thinking-behaviour', 'attitudes']),
  within('programme-high', 'High-intensity programme', 'programme', ['thinking-behaviour', 'attitudes']),
  within('programme-sexual', 'Programme for sexual offending', 'programme', ['relationships', 'thinking-behaviour']),
  within('programme-domestic-abuse', 'Programme for domestic abuse', 'programme', ['relationships', 'attitudes']),
  within('structured-intervention', 'Toolkit or structured intervention', 'rehabilitation-activity', [
    'thinking-behaviour',
  ]),
  requirement('prohibited-activity', 'protects'),
  requirement('curfew', 'punishes', [], 'equipment'),
  requirement('exclusion', 'protects'),
  requirement('residence', 'protects', ['accommodation']),
  requirement('foreign-travel-prohibition', 'protects'),
  requirement('mental-health-treatment', 'helps', ['emotional-wellbeing'], 'attended'),
  requirement('drug-rehabilitation', 'helps', ['drugs'], 'attended'),
  requirement('drug-testing', 'protects', [], 'attended'),
  requirement('alcohol-treatment', 'helps', ['alcohol'], 'attended'),
  requirement('alcohol-abstinence', 'helps', ['alcohol'], 'equipment'),
  requirement('attendance-centre', 'punishes', [], 'attended'),
  requirement('electronic-compliance-monitoring', 'protects', [], 'equipment'),
  requirement('electronic-whereabouts-monitoring', 'protects', [], 'equipment'),
  requirement('probation-requirement', 'helps'),
  requirement('driving-prohibition', 'protects'),
  requirement('public-event-attendance-prohibition', 'protects'),
  requirement('drinking-establishment-entry-prohibition', 'protects'),
  requirement('restriction-zone', 'protects'),
  offer('intensive-supervision', 'Intensive supervision court', ['drugs', 'alcohol']),
  offer('learning-adapted', 'Version of a programme adapted for learning', []),
  offer('maturity-resource', 'Maturity resource', ['thinking-behaviour']),
  offer('personality-consultation', 'Personality pathway consultation', ['emotional-wellbeing']),
  offer('womens-services', 'Women’s services', []),
  offer('young-adult-services', 'Young adults’ services', []),
  offer('accommodation-service', 'Accommodation service', ['accommodation']),
  offer('employment-service', 'Education, training and employment service', ['education-employment']),
  offer('finance-service', 'Finance, benefit and debt service', ['finance']),
  offer('wellbeing-service', 'Personal wellbeing service', ['emotional-wellbeing', 'relationships', 'lifestyle']),
  offer('dependency-service', 'Dependency and recovery service', ['drugs', 'alcohol']),
]

const byId = new Map(proposalOptions.map(one => [one.id, one]))

/** The option of an id, undefined when there is none. */
export function proposalOption(id: string): ProposalOption | undefined {
  return byId.get(id)
}

function requirement(
  kind: RequirementKind,
  role: ProposalOption['role'],
  meets: readonly NeedArea[] = [],
  delivery: ProposalOption['delivery'] = null,
): ProposalOption {
  return { id: kind, name: requirementType(kind).name, kind: 'requirement', requirement: kind, role, meets, delivery }
}

function within(id: string, name: string, kind: RequirementKind, meets: readonly NeedArea[]): ProposalOption {
  return { id, name, kind: 'within', requirement: kind, role: 'helps', meets, delivery: 'attended' }
}

function offer(id: string, name: string, meets: readonly NeedArea[]): ProposalOption {
  return { id, name, kind: 'offer', requirement: null, role: 'helps', meets, delivery: 'attended' }
}
