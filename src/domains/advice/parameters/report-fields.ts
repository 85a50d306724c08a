import type { ReportChoice, ReportDepth, ReportField, ReportSection } from '../report-model.ts'

/** Longest long text and proposed sentence, in characters as `countedLength` counts. Source: pre-sentence-report.md
 *  section 5 (present service). */
const longText = 20_000
const proposedSentence = 4_000

export const reportSections: readonly { readonly section: ReportSection; readonly title: string }[] = [
  { section: 'person', title: 'The person' },
  { section: 'offences', title: 'Offences' },
  { section: 'offence-analysis', title: 'Offence analysis' },
  { section: 'behaviour', title: 'Behaviour and lifestyle' },
  { section: 'risk', title: 'Risk' },
  { section: 'proposal', title: 'Proposal' },
  { section: 'sources', title: 'Sources of information' },
  { section: 'sign', title: 'Dangerousness' },
]

export const depths: readonly ReportDepth[] = ['ORAL', 'SHORT', 'STANDARD']
export const depthWords: Readonly<Record<ReportDepth, string>> = {
  ORAL: 'Oral report',
  SHORT: 'Short written report',
  STANDARD: 'Standard report',
}

const yesNo: readonly ReportChoice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

/** The levels of risk of serious harm, and what may be said without a full analysis: never "low". */
const harmLevels: readonly ReportChoice[] = [
  { value: 'LOW', text: 'Low', hint: 'Nothing now points to serious harm' },
  { value: 'MEDIUM', text: 'Medium', hint: 'Something points to it, but not without a change' },
  { value: 'HIGH', text: 'High', hint: 'It could happen at any time and would be serious' },
  { value: 'VERY_HIGH', text: 'Very high', hint: 'It is more likely than not, and soon' },
  { value: 'NOT_ANALYSED', text: 'No full analysis was made', hint: 'The report says so. It does not say low.' },
]

const issues: readonly ReportChoice[] = [
  { value: 'accommodation', text: 'Accommodation' },
  { value: 'education-employment', text: 'Education, training and employment' },
  { value: 'finance', text: 'Money' },
  { value: 'relationships', text: 'Relationships' },
  { value: 'substance-use', text: 'Drugs or alcohol' },
  { value: 'health', text: 'Physical or mental health' },
  { value: 'thinking', text: 'Thinking and attitudes' },
  { value: 'maturity', text: 'Maturity' },
  { value: 'trauma', text: 'Trauma' },
  { value: 'caring', text: 'Caring for others' },
  { value: 'other', text: 'Something else' },
  { value: 'none', text: 'None of these bears on the offence' },
]

export const sourceChoices: readonly ReportChoice[] = [
  { value: 'cps-summary', text: 'Crown Prosecution Service summary' },
  { value: 'domestic-abuse-check', text: 'Police domestic abuse check' },
  { value: 'equality-form', text: 'Equality information form' },
  { value: 'interview', text: 'Interview with the person' },
  { value: 'assessment', text: 'Assessment of needs and risk' },
  { value: 'previous-convictions', text: 'Previous convictions' },
  { value: 'safeguarding-check', text: "Children's services check" },
  { value: 'sentencing-guidelines', text: 'Sentencing guidelines' },
  { value: 'service-records', text: 'Probation records' },
  { value: 'victim-statement', text: 'Victim personal statement' },
  { value: 'witness-statement', text: 'Witness statement' },
  { value: 'medical', text: 'Medical information' },
]

type Written = Pick<ReportField, 'id' | 'section' | 'kind' | 'label'> & Partial<ReportField>

const field = (written: Written): ReportField => ({
  hint: null,
  prompts: [],
  from: 'ORAL',
  requiredFrom: 'ORAL',
  requiredWhen: null,
  insteadOf: null,
  longest: written.kind === 'text' ? longText : written.kind === 'line' ? 200 : null,
  earlierLongest: null,
  choices: [],
  ownChoices: false,
  ...written,
})

const harm = (id: string, who: string): ReportField =>
  field({ id, section: 'risk', kind: 'choice', label: `Risk of serious harm to ${who}`, choices: harmLevels })

/** Every field of the one form, in its order. Identifiers are those of the present service where it has the field; the
 *  words are ours. Which depth asks what: pre-sentence-report.md section 5 (the earlier forms); where those forms have
 *  no such field, standard alone or ours (README, assumptions). */
export const reportFields: readonly ReportField[] = [
  field({ id: 'mainOffence', section: 'offences', kind: 'line', label: 'Main offence' }),
  field({
    ...{ id: 'additionalOffences', section: 'offences', kind: 'text', requiredFrom: null },
    label: 'Other offences',
    hint: 'One a line, with the day of each',
  }),
  field({
    ...{ id: 'offencesUnderConsideration', section: 'offence-analysis', kind: 'text', earlierLongest: 4_000 },
    label: 'What happened, and why',
    hint: 'The analysis of the offences before the court. The court has the facts: say what explains them.',
    prompts: [
      'Why this offence, why now, and why against this person?',
      'What did the person think and feel before, during and after?',
      'What do they accept, and what do they leave out?',
    ],
  }),
  field({
    ...{ id: 'noPreviousOffences', section: 'offence-analysis', kind: 'choices', requiredFrom: null },
    label: 'Earlier offending',
    choices: [{ value: 'yes', text: 'There are no earlier offences' }],
  }),
  field({
    ...{ id: 'offencesPattern', section: 'offence-analysis', kind: 'text', earlierLongest: 1_000 },
    label: 'The pattern of offending',
    hint: 'Leave empty when there are no earlier offences',
    prompts: ['What is alike, what has changed, and what had stopped it for a time?'],
    insteadOf: { field: 'noPreviousOffences', is: 'yes' },
  }),
  field({
    ...{ id: 'escalation', section: 'offence-analysis', kind: 'choice', requiredFrom: null },
    label: 'Is offending becoming more serious?',
    choices: [...yesNo, { value: 'not-known', text: 'Not known' }],
  }),
  field({
    ...{ id: 'victimImpact', section: 'offence-analysis', kind: 'text', requiredFrom: 'SHORT' },
    label: 'The victim',
    hint: 'What the offence did to the victim. Where there is none, say so.',
    prompts: ['What does the person understand of the harm done?', 'Who else is still at risk from it?'],
  }),
  field({
    ...{ id: 'responseToSupervision', section: 'offence-analysis', kind: 'choice', requiredFrom: 'SHORT' },
    label: 'Response to supervision',
    choices: ['Good', 'Satisfactory', 'Poor', 'Not applicable'].map(text => ({ value: text, text })),
  }),
  field({
    ...{ id: 'responseToSupervisionDetails', section: 'offence-analysis', kind: 'text', from: 'SHORT' },
    ...{ requiredFrom: null, earlierLongest: 800 },
    label: 'How earlier orders went',
  }),
  field({
    ...{ id: 'issues', section: 'behaviour', kind: 'choices', choices: issues },
    label: 'What bears on the offending',
    hint: 'Tick at least one',
  }),
  field({
    ...{ id: 'defendantBehaviour', section: 'behaviour', kind: 'text', from: 'SHORT', requiredFrom: 'SHORT' },
    label: "The person's life",
    hint: 'Accommodation, caring, work and learning, money, relationships, drugs and alcohol, health, thinking, trauma',
    prompts: [
      'Which of these led to the offence, and how do you know?',
      'How do ethnicity, culture, age, sex or a disability shape what happened and what will work?',
    ],
  }),
  field({
    ...{ id: 'strengths', section: 'behaviour', kind: 'text', from: 'SHORT', requiredFrom: 'SHORT' },
    label: 'Strengths and what protects',
    prompts: ['Who and what has helped before, and can it be counted on?'],
  }),
  field({
    ...{ id: 'personsAccount', section: 'behaviour', kind: 'text', from: 'SHORT', requiredFrom: null },
    label: 'What the person says',
    hint: 'In their words: what they want to change, and what would help',
  }),
  harm('riskToChildren', 'children'),
  harm('riskToPublic', 'the public'),
  harm('riskToKnownAdults', 'known adults'),
  harm('riskToStaff', 'staff'),
  field({
    ...{ id: 'riskPredictors', section: 'risk', kind: 'text' },
    label: 'What the predictors say',
    hint: 'Name the predictor and what it predicts. Where there is no score, say so.',
  }),
  field({
    ...{ id: 'riskAndHarmFactors', section: 'risk', kind: 'text', earlierLongest: 1_000 },
    label: 'Risk, and what raises or lowers it',
    prompts: ['Who is at risk, of what, when, and what would change it?', 'What do the predictors not see?'],
  }),
  field({
    ...{ id: 'proposedSentence', section: 'proposal', kind: 'text', longest: proposedSentence, earlierLongest: 3_000 },
    label: 'Proposed sentence',
    hint: 'The order, its length, and each requirement with its amount',
  }),
  field({
    ...{ id: 'proposedSentenceRationale', section: 'proposal', kind: 'text', from: 'SHORT', requiredFrom: 'SHORT' },
    label: 'Why this sentence',
    prompts: ['Which need or risk does each requirement answer?', 'What would the first three months look like?'],
  }),
  field({
    ...{ id: 'alternativeSentencingOptions', section: 'proposal', kind: 'text', from: 'SHORT' },
    ...{ requiredFrom: 'STANDARD' },
    label: 'Other sentences considered',
  }),
  field({
    ...{ id: 'custodialSentenceConsideration', section: 'proposal', kind: 'choice', requiredFrom: 'SHORT' },
    label: 'Custody',
    choices: [
      { value: 'possible', text: 'A custodial sentence is possible' },
      { value: 'threshold-not-met', text: 'The custody threshold is not met' },
      { value: 'court-indicated', text: 'The court indicated custody' },
    ],
  }),
  field({
    ...{ id: 'custodialSentenceImpact', section: 'proposal', kind: 'text', requiredFrom: null },
    label: 'What custody would do',
    hint: 'To work, home, children and others who depend on the person',
    requiredWhen: { field: 'custodialSentenceConsideration', is: 'possible' },
  }),
  field({
    ...{ id: 'sourcesOfInformation', section: 'sources', kind: 'choices', choices: sourceChoices, ownChoices: true },
    label: 'What this report rests on',
    hint: 'Tick what was used, at least one',
  }),
  field({
    ...{ id: 'sourcesLimits', section: 'sources', kind: 'text', requiredFrom: null },
    label: 'What could not be had',
    hint: 'Sources asked for that did not come, and what that means for this report',
  }),
  field({
    ...{ id: 'isDangerousReport', section: 'sign', kind: 'choice', choices: yesNo },
    label: 'Does this report assess dangerousness?',
    hint: 'Asked by the court for a specified offence',
  }),
  field({
    ...{ id: 'spoName', section: 'sign', kind: 'line', requiredFrom: null },
    label: 'Senior probation officer who will countersign',
    requiredWhen: { field: 'isDangerousReport', is: 'yes' },
  }),
]

/** A field by its id, or undefined. */
export function reportField(id: string): ReportField | undefined {
  return reportFields.find(one => one.id === id)
}

/** The fields a depth asks, of one section or of all. */
export function fieldsAt(depth: ReportDepth, section?: ReportSection): readonly ReportField[] {
  return reportFields.filter(one => reaches(depth, one.from) && (section === undefined || one.section === section))
}

/** True when a report of the depth goes at least as deep as the other. */
export function reaches(depth: ReportDepth, other: ReportDepth): boolean {
  return depths.indexOf(depth) >= depths.indexOf(other)
}
