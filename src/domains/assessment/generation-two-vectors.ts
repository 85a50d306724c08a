import type { LocalDate } from '../../platform/calendar/index.ts'
import { jsonFamily, sameAnswer, type VectorFamily } from '../../platform/vectors/index.ts'
import type { Band, Drug, GenerationTwoFacts, PreviousConviction, Scored } from './model.ts'
import { type GenerationTwoScores, generationTwoScores } from './rules/generation-two.ts'
import { previousConvictions } from './rules/generation-two-requirements.ts'
import { logistic } from './rules/scoring.ts'

type Row = { readonly [column: string]: unknown }
type RowCase = { readonly id: string; readonly input: Row; readonly expected: Row }
type Table = {
  readonly assessmentDate: string
  readonly inputColumns: readonly string[]
  readonly expectedColumns: readonly string[]
  readonly rows: readonly (readonly [string, readonly unknown[], readonly unknown[]])[]
}

const bandWords: { readonly [Key in Band]: string } = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very High',
  'not-applicable': 'N/A',
}

const forms = {
  ARP_STATIC: 'arpStatic',
  ARP_DYNAMIC: 'arpDynamic',
  VRP_STATIC: 'vrpStatic',
  VRP_DYNAMIC: 'vrpDynamic',
  SVRP_STATIC: 'svrpStatic',
  SVRP_DYNAMIC: 'svrpDynamic',
} as const

const formNames = Object.keys(forms) as (keyof typeof forms)[]

/** Golden cases of the second generation. */
export const generationTwoVectorFamilies: readonly VectorFamily[] = [
  jsonFamily<RowCase>({
    family: 'risk/gen2-full',
    actual: ({ input }) => {
      const scores = generationTwoScores(factsOf(input))
      return {
        ...Object.fromEntries(
          formNames.map(name => [name, { ...statusAndCount(scores[forms[name]]), ...shown(scores[forms[name]]) }]),
        ),
        DC_SRP: { ...status(scores.dcSrp), ...directShown(scores.dcSrp) },
        IIC_SRP: { ...status(scores.iicSrp), ...shown(scores.iicSrp) },
        CSRP: combinedShown(scores.csrp),
      }
    },
  }),
  jsonFamily<RowCase>({
    family: 'risk/gen2-arp-vrp-svrp',
    cases: file => (isTable(file) ? file.rows.map(row => caseOf(file, row)) : []),
    actual: ({ input }) => {
      const { asStatic, asDynamic } = bothWays(input)
      return Object.fromEntries(
        formNames.flatMap(name => {
          const score = (name.endsWith('STATIC') ? asStatic : asDynamic)[forms[name]]
          if (score.outcome !== 'scored') return [[`${name}_pct`, score.why]]
          return [
            [`${name}_pct`, score.percent],
            [`${name}_band`, bandWords[score.band]],
          ]
        }),
      )
    },
  }),
  jsonFamily<RowCase>({
    family: 'risk/gen2-published-predictions',
    actual: ({ input }) => {
      const { asStatic, asDynamic } = bothWays(input)
      return Object.fromEntries(
        formNames.map(name => {
          const score = (name.endsWith('STATIC') ? asStatic : asDynamic)[forms[name]]
          return [name, score.outcome === 'scored' ? logistic(score.linear) : score.why]
        }),
      )
    },
    agrees: (expected, actual) => {
      const published = expected as { readonly [name: string]: number }
      const ours = actual as { readonly [name: string]: number }
      return Object.entries(published).every(([name, value]) => sameAnswer(value, ours[name], precisionOf(value)))
    },
  }),
]

/** 1e-6, or half a unit of the last digit of a probability that was published with fewer. */
function precisionOf(value: number): number {
  const digits = String(value).split('.')[1]?.length ?? 0
  return String(value).includes('e') || digits > 6 ? 1e-6 : 0.5 * 10 ** -Math.max(digits, 4) + 1e-12
}

/** These files hold every answer and list the static and the dynamic score of each predictor. */
function bothWays(input: Row): { readonly asStatic: GenerationTwoScores; readonly asDynamic: GenerationTwoScores } {
  const facts = factsOf({ DAILY_DRUG_USER: 'Y', ...input })
  return { asStatic: generationTwoScores({ ...facts, staticOnly: true }), asDynamic: generationTwoScores(facts) }
}

function isTable(file: unknown): file is Table {
  return Array.isArray((file as { rows?: unknown } | null)?.rows)
}

function caseOf(table: Table, [id, values, expected]: Table['rows'][number]): RowCase {
  const named = (columns: readonly string[], cells: readonly unknown[]) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index]]))
  return {
    id,
    input: { ASSESSMENT_DATE: table.assessmentDate, ...named(table.inputColumns, values) },
    expected: named(table.expectedColumns, expected),
  }
}

function status(score: Scored): { readonly status: string } {
  if (score.outcome === 'scored') return { status: 'Y' }
  return { status: score.why === 'not-applicable' ? 'A' : score.why === 'not-attempted' ? 'N' : 'E' }
}

function statusAndCount(score: Scored) {
  return { ...status(score), missing: score.outcome === 'scored' ? 0 : score.missing.length }
}

function shown(score: Scored) {
  return score.outcome === 'scored' ? { pct: score.percent, band: bandWords[score.band] } : {}
}

function directShown(score: GenerationTwoScores['dcSrp']) {
  return score.outcome === 'scored' ? { ...shown(score), points: score.points, bandReduced: score.bandReduced } : {}
}

function combinedShown(score: GenerationTwoScores['csrp']) {
  if (score.outcome !== 'scored') return statusAndCount(score)
  return { status: 'Y', missing: score.missing.length, ...shown(score), dynamic: score.basis === 'dynamic' }
}

const drugNames: { readonly [code: string]: Drug } = {
  HEROIN: 'heroin',
  METHADONE: 'methadone',
  OTHER_OPIATE: 'other-opiate',
  CRACK_COCAINE: 'crack',
  POWDER_COCAINE: 'powder-cocaine',
  MISUSED_PRESCRIBED: 'misused-prescribed',
  BENZODIAZIPINES: 'benzodiazepines',
  CANNABIS: 'cannabis',
  STEROIDS: 'steroids',
  AMPHETAMINES: 'amphetamines',
  ECSTASY: 'ecstasy',
  HALLUCINOGENS: 'hallucinogens',
  KETAMINE: 'ketamine',
  SOLVENTS: 'solvents',
  SPICE: 'spice',
  OTHER_DRUGS: 'other',
}

const convictionCodes: { readonly [Kind in PreviousConviction]: string } = {
  homicide: 'HOMICIDE',
  wounding: 'GBH',
  kidnapping: 'KIDNAP',
  firearms: 'FIREARMS',
  robbery: 'ROBBERY',
  'aggravated-burglary': 'AGGRAVATED_BURGLARY',
  weapons: 'WEAPONS_NOT_FIREARMS',
  'criminal-damage-endangering-life': 'CRIMINAL_DAMAGE_LIFE',
  arson: 'ARSON',
}

function factsOf(input: Row): GenerationTwoFacts {
  const day = (key: string) => (input[key] ?? null) as LocalDate | null
  const number = (key: string) => (input[key] ?? null) as number | null
  const yes = (key: string) => (input[key] == null ? null : input[key] === 'Y')
  const list = (key: string) => (input[key] ?? []) as readonly string[]
  const motivated = { Y: 'yes', N: 'no', O: 'not-asked' } as const
  const sexes = { M: 'male', F: 'female' } as const
  return {
    assessedOn: input.ASSESSMENT_DATE as LocalDate,
    staticOnly: input.STATIC_CALC === 'Y',
    dateOfBirth: day('DOB'),
    sex: input.GENDER == null ? null : (sexes[input.GENDER as 'M'] ?? 'other'),
    offenceCode: (input.OFFENCE_CODE ?? null) as string | null,
    totalSanctions: number('TOTAL_SANCTIONS_COUNT'),
    violentSanctions: number('TOTAL_VIOLENT_SANCTIONS'),
    ageAtFirstSanction: number('AGE_AT_FIRST_SANCTION'),
    lastSanctionOn: day('LAST_SANCTION_DATE'),
    communityOn: day('COMMUNITY_DATE'),
    inCustody: yes('CUSTODY_IND'),
    mostRecentOffenceOn: day('MOST_RECENT_OFFENCE'),
    answers: {
      q2_2: number('TWO_POINT_TWO'),
      q3_4: number('THREE_POINT_FOUR'),
      q4_2: number('FOUR_POINT_TWO'),
      q6_4: number('SIX_POINT_FOUR'),
      q6_7: number('SIX_POINT_SEVEN'),
      q6_8: number('SIX_POINT_EIGHT'),
      q7_2: number('SEVEN_POINT_TWO'),
      // The column says whether use is daily; that it is filled says that 8.1 was answered and 8.8 is asked.
      q8_1: input.DAILY_DRUG_USER == null ? null : 'yes',
      q8_8: number('EIGHT_POINT_EIGHT'),
      q9_1: number('NINE_POINT_ONE'),
      q9_2: number('NINE_POINT_TWO'),
      q11_2: number('ELEVEN_POINT_TWO'),
      q11_4: number('ELEVEN_POINT_FOUR'),
      q12_1: number('TWELVE_POINT_ONE'),
    },
    drugs: list('DRUGS').flatMap(code => drugNames[code] ?? []),
    previous: Object.fromEntries(
      previousConvictions.map(kind => {
        const code = convictionCodes[kind]
        return [kind, list('PREVIOUS_UNANSWERED').includes(code) ? null : list('PREVIOUS').includes(code)]
      }),
    ),
    sexual: {
      everCommitted: yes('ONE_POINT_THIRTY'),
      contactAdult: number('CONTACT_ADULT_SANCTIONS'),
      contactChild: number('CONTACT_CHILD_SANCTIONS'),
      images: number('INDECENT_IMAGE_SANCTIONS'),
      otherNonContact: number('PARAPHILIA_SANCTIONS'),
      latestOn: day('DATE_RECENT_SEXUAL_OFFENCE'),
      currentMotivated: motivated[input.CURR_SEX_OFF_MOTIVATION as 'Y'] ?? null,
      strangerVictim: yes('STRANGER_VICTIM'),
    },
  }
}
