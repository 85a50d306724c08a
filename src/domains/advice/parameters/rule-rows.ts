import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Source } from '../../../platform/rules/index.ts'
import type { NeedArea } from '../../assessment/index.ts'
import type { OrderFamily } from '../model.ts'
import type { Condition } from '../rules/condition.ts'
import type { FactName } from '../rules/rule-facts.ts'
import { type RuleFile, type RuleRow, readRuleFile } from '../rules/rule-file.ts'

const both: readonly OrderFamily[] = ['community-order', 'suspended-sentence']
/** Community orders begin with the Criminal Justice Act 2003; the Sentencing Code of 2020 restates its conditions. */
const communityOrders: LocalDate = '2005-04-04'

function unverified(part: string): Source {
  return {
    kind: 'assumption',
    cite: `Sentencing Act 2020 Schedule 9 Part ${part}; before it Criminal Justice Act 2003 Part 12`,
    note: 'Restated from knowledge of the statute; to be confirmed by a lawyer.',
  }
}
const needsPathway: Source = { kind: 'public-code', cite: 'Public programme needs calculator (hmpps oasys tests)' }
function inferred(what: string): Source {
  return { kind: 'assumption', cite: `Our default for ${what}`, note: 'No public rule; replace with local policy.' }
}
const practicable: Source = {
  kind: 'assumption',
  cite: 'Sentencing Act 2020 s.208: requirements fit work, education, beliefs and other orders',
  note: 'How an address and a household are weighed is our default.',
}

const is = (fact: FactName, value: string | number | boolean): Condition => ({ fact, is: value })
const atLeast = (fact: FactName, value: number): Condition => ({ fact, atLeast: value })

/** Our rules, checked when this file is loaded. A deployer's file takes their place whole, by `readRuleFile`. */
export const proposalRules: RuleFile = readRuleFile({
  version: 'default-2026-11-21',
  rows: [
    ...treatment('drug-rehabilitation', 'drugs', 'drugs.criterion', '10', 'dependence on drugs or misuse of them'),
    ...treatment('alcohol-treatment', 'alcohol', 'alcohol.dependent', '11', 'dependence on alcohol'),
    ...treatment('mental-health-treatment', 'mental-health', 'mental-health.criterion', '9', 'a mental condition'),
    law('abstinence.factor', 'alcohol-abstinence', is('case.alcohol-factor', true), '12', 'Alcohol was a factor.'),
    law(
      'abstinence.not-dependent',
      'alcohol-abstinence',
      is('alcohol.dependent', false),
      '12',
      'Abstinence monitoring is not for a person who depends on alcohol; treatment is.',
    ),
    law(
      'attendance-centre.age-known',
      'attendance-centre',
      atLeast('person.age-at-conviction', 0),
      '13',
      'The age at conviction is known, because the law sets a limit on it.',
    ),
    law('drug-testing.factor', 'drug-testing', is('case.drug-factor', true), '10A', 'Drug misuse played a part.'),
    prospective('probation-requirement', 'ss.12-13', 'sentence'),
    prospective('driving-prohibition', 's.14', 'offence'),
    prospective('public-event-attendance-prohibition', 's.15', 'offence'),
    prospective('drinking-establishment-entry-prohibition', 's.16', 'offence'),
    prospective('restriction-zone', 's.17', 'offence'),

    policy(
      'unpaid-work.able',
      'unpaid-work',
      { any: [is('person.unpaid-work', 'able'), is('person.unpaid-work', 'able-if-adapted')] },
      'The person can do unpaid work, as it is or adapted.',
    ),
    ...['curfew', 'electronic-compliance-monitoring', 'electronic-whereabouts-monitoring'].map(option =>
      policy(`${option}.address`, option, is('person.curfew-address-suitable', true), 'There is a suitable address.', {
        source: practicable,
      }),
    ),
    ...['curfew', 'electronic-compliance-monitoring'].map(option =>
      policy(`${option}.household`, option, is('person.household-consents', true), 'The household consents.', {
        source: practicable,
      }),
    ),
    policy(
      'programme-moderate.pathway',
      'programme-moderate',
      is('risk.programme-pathway', 'M'),
      'The programme pathway is moderate intensity.',
      { source: needsPathway, status: 'verified' },
    ),
    policy(
      'programme-high.pathway',
      'programme-high',
      is('risk.programme-pathway', 'H'),
      'The programme pathway is high intensity, which is for custody.',
      { source: needsPathway, status: 'verified' },
    ),
    policy(
      'structured-intervention.pathway',
      'structured-intervention',
      is('risk.programme-pathway', 'A'),
      'The programme pathway is the alternative one.',
      { source: needsPathway, status: 'verified' },
    ),
    must('programme-moderate.first', 'programme-moderate', is('risk.programme-pathway', 'M'), needsPathway),
    must('programme-high.first', 'programme-high', is('risk.programme-pathway', 'H'), needsPathway),
    policy(
      'programme-sexual.band',
      'programme-sexual',
      {
        any: [
          { all: [is('case.sexual', true), is('risk.sexual-contact-medium', true)] },
          { all: [is('case.images', true), is('risk.images-medium', true)] },
        ],
      },
      'A sexual offence with a band of medium or more; for images, the images band.',
    ),
    policy(
      'programme-domestic-abuse.criteria',
      'programme-domestic-abuse',
      { all: [is('case.domestic-abuse', true), is('person.sex', 'male'), atLeast('risk.sara-highest', 2)] },
      'Domestic abuse by a man, with a spousal assault rating of medium or more.',
    ),

    policy('learning-adapted.screen', 'learning-adapted', atLeast('risk.learning-screen', 1), 'The screen says so.'),
    policy('maturity-resource.flag', 'maturity-resource', is('risk.maturity-flag', true), 'The screen says so.'),
    policy('personality.screen', 'personality-consultation', is('risk.personality-screen', true), 'Screened in.', {
      source: { kind: 'public-code', cite: 'Public personality pathway screen (hmpps oasys tests)' },
    }),
    policy('intensive-supervision.court', 'intensive-supervision', is('case.problem-solving-court', true), 'Pilots.', {
      source: { kind: 'assumption', cite: 'Sentencing Act 2020, intensive supervision: problem-solving court pilots' },
    }),
    policy('womens-services.offered', 'womens-services', is('person.sex', 'female'), 'Offered to women.'),
    policy(
      'young-adult-services.offered',
      'young-adult-services',
      { all: [atLeast('person.age-at-conviction', 18), { fact: 'person.age-at-conviction', atMost: 25 }] },
      'Offered to people of 18 to 25.',
    ),
    service('accommodation-service', 'accommodation'),
    service('employment-service', 'education-employment'),
    service('finance-service', 'finance'),
    service('wellbeing-service', 'emotional-wellbeing', 'relationships', 'lifestyle'),
    service('dependency-service', 'drugs', 'alcohol'),
  ],
})

type More = { readonly source?: Source; readonly status?: RuleRow['status'] }

function policy(id: string, option: string, when: Condition, text: string, more: More = {}): RuleRow {
  const kept = { orders: both, appliesTo: 'sentence', from: communityOrders, to: null, areas: null } as const
  const source = more.source ?? inferred(option.replaceAll('-', ' '))
  return { id, option, effect: 'not-eligible-unless', when, text, ...kept, source, status: more.status ?? 'inferred' }
}

function must(id: string, option: string, when: Condition, source: Source): RuleRow {
  return { ...policy(id, option, when, 'It comes first.', { source }), effect: 'must-have-when' }
}

function law(id: string, option: string, when: Condition, part: string, text: string): RuleRow {
  return {
    ...policy(id, option, when, text, { source: unverified(part), status: 'unverified' }),
    effect: 'unlawful-unless',
    appliesTo: 'conviction',
  }
}

/** The four conditions of a treatment requirement; where all are met the treatment comes first. */
function treatment(
  option: string,
  need: 'alcohol' | 'drugs' | 'mental-health',
  criterion: FactName,
  part: string,
  what: string,
): readonly RuleRow[] {
  const asked = [is(criterion, true), is(`${need}.susceptible`, true), is(`${need}.arranged`, true)]
  const willing = is(`${need}.willing`, true)
  return [
    law(`${option}.criterion`, option, asked[0]!, part, `Treatment is for ${what}.`),
    law(`${option}.susceptible`, option, asked[1]!, part, 'Treatment is likely to help.'),
    law(`${option}.arranged`, option, asked[2]!, part, 'Treatment has been arranged or can be.'),
    law(`${option}.willing`, option, willing, part, 'The person is willing.'),
    must(`${option}.first`, option, { all: [...asked, willing] }, unverified(part)),
  ]
}

function prospective(option: string, section: string, appliesTo: 'offence' | 'sentence'): RuleRow {
  return {
    ...policy(`${option}.commences`, option, is('case.sexual', true), 'Not before the Act commences.'),
    effect: 'commences',
    when: null,
    appliesTo,
    from: null,
    source: { kind: 'statute', cite: `Sentencing Act 2026 ${section}`, note: 'Prospective: not commenced.' },
    status: 'unverified',
  }
}

function service(option: string, ...areas: readonly NeedArea[]): RuleRow {
  const any = areas.map(area => is(`need.${area}`, true))
  return policy(`${option}.need`, option, { any }, 'The area is a need or linked to harm.')
}
