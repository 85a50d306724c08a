import type { Band, Generation, NoScore, PredictorName } from '../model.ts'

/** What a predictor predicts, in a sentence that takes the number of people in a hundred, and over how long. The
 *  horizon of the sexual predictors is inferred (actuarial-risk.md section 0). */
export const predictorWords: {
  readonly [Name in PredictorName]: { readonly title: string; readonly event: string; readonly years: string }
} = {
  OGRS3: { title: 'Any reoffending', event: 'be convicted or cautioned for any new offence', years: 'two years' },
  OVP1: { title: 'Violent reoffending', event: 'be convicted or cautioned for violence', years: 'two years' },
  OGP1: { title: 'Non-violent reoffending', event: 'be convicted or cautioned without violence', years: 'two years' },
  SNSV1: { title: 'Serious violence', event: 'be convicted of serious violence', years: 'two years' },
  'OSP/DC': { title: 'Contact sexual offence', event: 'be convicted of a contact sexual offence', years: 'two years' },
  'OSP/IIC': {
    title: 'Sexual images or indirect contact',
    event: 'be convicted for images or indirect contact',
    years: 'two years',
  },
  RSR1: { title: 'Serious reoffending', event: 'be convicted of a seriously harmful offence', years: 'two years' },
  ARP: { title: 'Any reoffending', event: 'be convicted or cautioned for any new offence', years: 'two years' },
  VRP: { title: 'Violent reoffending', event: 'be convicted or cautioned for violence', years: 'two years' },
  SVRP: { title: 'Serious violence', event: 'be convicted of serious violence', years: 'two years' },
  'DC-SRP': { title: 'Contact sexual offence', event: 'be convicted of a contact sexual offence', years: 'two years' },
  'IIC-SRP': {
    title: 'Sexual images or indirect contact',
    event: 'be convicted for images or indirect contact',
    years: 'two years',
  },
  CSRP: { title: 'Serious reoffending', event: 'be convicted of a seriously harmful offence', years: 'two years' },
}

export const inferredHorizon: ReadonlySet<PredictorName> = new Set(['OSP/DC', 'OSP/IIC', 'DC-SRP', 'IIC-SRP'])

const bandNames: { readonly [Name in Band]: string } = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
  'not-applicable': 'No band',
}

export const bandColours: { readonly [Name in Band]: string } = {
  low: 'grey',
  medium: 'blue',
  high: 'orange',
  'very-high': 'red',
  'not-applicable': 'grey',
}

/** A band with its generation, which it is never shown without: medium of RSR1 is high of CSRP. */
export function bandWords(band: Band, generation: Generation): string {
  return `${bandNames[band]}, generation ${generation}`
}

export const whyNoScore: { readonly [Why in NoScore['why']]: string } = {
  missing: 'Something it rests on is not known or cannot be right',
  'not-calculable': 'It can only be worked out for men and women: there are no figures for anybody else',
  'not-applicable': 'It does not apply to this person',
  'not-attempted': 'The other form was worked out',
}

/** What a contradiction or an unusual input says. */
export const contradictionWords: { readonly [code: string]: string } = {
  'born-after-assessment': 'The date of birth is after the day of assessment. Correct the personal details.',
  'conviction-not-after-birth': 'The conviction is not after the date of birth. One of the two is wrong.',
  'conviction-far-after-assessment': 'The conviction is months after the day of assessment. Check the date.',
  'conviction-after-assessment': 'The conviction is after the day of assessment. Is the date right?',
  'release-before-conviction': 'The community sentence or release begins before the conviction. Check both dates.',
  'release-still-to-come': 'The release is still to come, so no months without offending are counted.',
  'release-date-missing': 'The person is in custody and no release date is recorded. Ask for it.',
  'first-sanction-under-criminal-responsibility': 'The first sanction is before the age of ten. Check the age.',
  'age-out-of-range': 'The age is beyond what the predictors take. Check the date of birth.',
  'outside-validated-ages': 'The person is under 18: the predictors were checked on adults only.',
  'first-sanction-after-last': 'The age at first sanction is above the age at the latest. One of the two is wrong.',
  'several-sanctions-at-one-age': 'Several sanctions, but the first at the same age as the latest. Check the age.',
  'count-below-zero': 'A count is below zero.',
  'sexual-counts-without-history': 'Sexual sanctions are counted, but 1.30 says there never was a sexual offence.',
  'sanctions-out-of-range': 'The number of sanctions is not possible. The present one counts, so it is at least one.',
  'very-many-sanctions': 'A hundred sanctions or more. Check the count.',
  'violent-above-total': 'More sanctions for violence than sanctions in all.',
  'sexual-above-total': 'More sanctions of one sexual kind than sanctions in all.',
  'offence-not-mapped': 'The predictors do not know the offence code. Give the detailed offence.',
  'offence-code-retired': 'The offence code is no longer in use. Check that it is the right one.',
}

/** The name of a feature as a contribution shows it. */
export function featureWords(feature: string, labels: ReadonlyMap<string, string>): string {
  const label = labels.get(feature)
  if (label !== undefined) return label
  const question = /^q(\d+)_(\d+)(.*)$/.exec(feature)
  if (question) return `Answer ${question[1]}.${question[2]}${question[3]}`
  const spaced = feature.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')
  return spaced === spaced.toUpperCase() ? feature : `${spaced[0]!.toUpperCase()}${spaced.slice(1)}`
}

/** A whole per cent as people in a hundred; below one it is said of a thousand, and of ten thousand. */
export function outOf(percent: number): string {
  if (percent >= 1) return `about ${Math.round(percent)} in 100`
  if (percent >= 0.1) return `about ${Math.round(percent * 10)} in 1,000`
  return percent === 0 ? 'fewer than 1 in 10,000' : `about ${Math.max(1, Math.round(percent * 100))} in 10,000`
}
