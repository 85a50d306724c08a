import type { SeriousnessBand } from '../model.ts'

export type AskedKind = 'yes-no' | 'choice' | 'number' | 'times' | 'lines'

/** A fact a proposal needs that no other part of the record holds: asked once, kept with who said it and when. 'person'
 *  facts serve every later proposal, 'case' facts this request only. `settles` names the question of an option that it
 *  answers. */
export type AskedFact = {
  readonly code: string
  readonly about: 'person' | 'case'
  readonly kind: AskedKind
  readonly label: string
  readonly hint: string | null
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly settles: readonly string[]
}

const bands: readonly { readonly value: SeriousnessBand; readonly text: string }[] = [
  { value: 'below-community', text: 'Below a community order' },
  { value: 'low', text: 'Community order, low' },
  { value: 'medium', text: 'Community order, medium' },
  { value: 'high', text: 'Community order, high' },
  { value: 'custody-threshold', text: 'Past the custody threshold' },
  { value: 'above-suspension', text: 'Longer than can be suspended' },
]
const ratings = [
  { value: '1', text: 'Low' },
  { value: '2', text: 'Medium' },
  { value: '3', text: 'High' },
]

/** In the order of the form. Ethnicity, religion and nationality are never asked: what follows from them for
 *  attendance is only hours and places, without the reason. */
export const askedFacts: readonly AskedFact[] = [
  asked('case.seriousness', 'case', 'choice', 'How serious is the offence?', { choices: bands }),
  asked('case.imprisonable', 'case', 'yes-no', 'Can the offence be punished with prison?'),
  asked('case.custodial-months', 'case', 'number', 'Custodial term the court has in mind, in months', {
    hint: 'Only where custody may be suspended',
  }),
  asked('case.fine-or-exceptional', 'case', 'yes-no', 'Is a fine proposed too, or are circumstances exceptional?'),
  asked('case.outstanding-hours', 'case', 'number', 'Hours of unpaid work still to do under another order', {
    hint: '0 for none',
  }),
  asked('case.domestic-abuse', 'case', 'yes-no', 'Was there domestic abuse?'),
  asked('case.sexual', 'case', 'yes-no', 'Was the offence sexual, or was there a sexual element?'),
  asked('case.images', 'case', 'yes-no', 'Were there indecent images?'),
  asked('case.alcohol-factor', 'case', 'yes-no', 'Was alcohol an element of the offence, or a factor in it?'),
  asked('case.drug-factor', 'case', 'yes-no', 'Did drug misuse cause or contribute to the offending?'),
  asked('case.problem-solving-court', 'case', 'yes-no', 'Does the court take part in intensive supervision?'),
  asked('risk.sara-partner', 'case', 'choice', 'Spousal assault assessment: risk to a partner', {
    choices: ratings,
    settles: ['risk.sara-highest'],
  }),
  asked('risk.sara-other', 'case', 'choice', 'Spousal assault assessment: risk to others', {
    choices: ratings,
    settles: ['risk.sara-highest'],
  }),
  asked('person.cannot-attend-hours', 'person', 'times', 'Hours the person cannot attend', {
    hint: 'Work, learning, care or anything else; the reason is not asked. One a line, like Monday 9am to 5pm, or “none”.',
    settles: ['hours-not-known'],
  }),
  asked('person.cannot-attend-places', 'person', 'lines', 'Places the person cannot attend', {
    hint: 'The name of each place, one a line, or “none”. The reason is not asked.',
    settles: ['places-not-known'],
  }),
  asked('person.free-hours', 'person', 'number', 'Hours a week the person has for requirements', {
    settles: ['weekly-hours-not-known'],
  }),
  asked('person.curfew-address-suitable', 'person', 'yes-no', 'Is there an address suitable for a curfew or a tag?'),
  asked('person.household-consents', 'person', 'yes-no', 'Do the others at the address consent to the monitoring?'),
  asked('person.unpaid-work', 'person', 'choice', 'Can the person do unpaid work?', {
    choices: [
      { value: 'able', text: 'Yes' },
      { value: 'able-if-adapted', text: 'Yes, if it is adapted' },
      { value: 'not-able', text: 'No' },
    ],
  }),
  ...treatment('alcohol', 'alcohol.dependent', 'Is the person dependent on alcohol?', 'alcohol treatment'),
  ...treatment(
    'drugs',
    'drugs.criterion',
    'Is the person dependent on drugs, or do they have a propensity to misuse them?',
    'drug treatment and testing',
  ),
  ...treatment(
    'mental-health',
    'mental-health.criterion',
    'Is there a practitioner’s evidence of a mental condition that needs treatment?',
    'mental health treatment',
  ),
]

const byCode = new Map(askedFacts.map(one => [one.code, one]))

/** The fact of a code; undefined for one that is not asked here. */
export function askedFact(code: string): AskedFact | undefined {
  return byCode.get(code)
}

function asked(
  code: string,
  about: AskedFact['about'],
  kind: AskedKind,
  label: string,
  more: Partial<Pick<AskedFact, 'hint' | 'choices' | 'settles'>> = {},
): AskedFact {
  return { code, about, kind, label, hint: null, choices: [], settles: [code], ...more }
}

function treatment(area: string, criterion: string, question: string, what: string): readonly AskedFact[] {
  return [
    asked(criterion, 'case', 'yes-no', question),
    asked(`${area}.susceptible`, 'case', 'yes-no', `Would ${what} be likely to help?`),
    asked(`${area}.arranged`, 'case', 'yes-no', `Has ${what} been arranged, or can it be?`),
    asked(`${area}.willing`, 'case', 'yes-no', `Is the person willing to have ${what}?`),
  ]
}
