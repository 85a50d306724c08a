import { keepPathway, loadCatalogue } from '../../domains/organisation/index.ts'
import { type LocalDate, plusDays, type WeeklyTime } from '../../platform/calendar/index.ts'
import type { Context } from '../../platform/context/index.ts'
import type { Result } from '../../platform/errors/index.ts'

type Entry = Parameters<typeof loadCatalogue>[1][number]

const evening: readonly WeeklyTime[] = [
  { weekday: 'Tuesday', from: 18 * 60, to: 20 * 60 + 30 },
  { weekday: 'Saturday', from: 10 * 60, to: 12 * 60 + 30 },
]
const office: readonly WeeklyTime[] = [
  { weekday: 'Monday', from: 9 * 60, to: 12 * 60 },
  { weekday: 'Wednesday', from: 13 * 60, to: 16 * 60 },
]
const weekendWork: readonly WeeklyTime[] = [
  { weekday: 'Thursday', from: 9 * 60, to: 16 * 60 },
  { weekday: 'Saturday', from: 9 * 60, to: 16 * 60 },
]

/** What Westmere delivers: made up, with gaps, waits and things nobody has said, as a real catalogue has. */
export function demonstrationCatalogue(today: LocalDate): readonly Entry[] {
  const calder = (option: string, change: Partial<Entry>) =>
    entry('ZWCALD', option, { place: 'Calder Vale', ...change })
  const harbour = (option: string, change: Partial<Entry>) => entry('ZWHARB', option, { place: 'Harbour', ...change })
  const starts = (weeks: number) => ({ nextStartOn: plusDays(today, weeks * 7), waitWeeks: weeks })
  const team = { provider: 'Westmere Probation' }
  const bridgeway = { provider: 'Bridgeway Support' }
  const tagged = { provider: 'Westmere tagging contract', place: null, times: [], hoursAWeek: 0 }
  return [
    ...['curfew', 'alcohol-abstinence', 'electronic-compliance-monitoring', 'electronic-whereabouts-monitoring'].map(
      option => entry('ZW', option, { ...tagged, ...starts(0) }),
    ),
    entry('ZW', 'attendance-centre', { runs: false, note: 'Closed to new orders.' }),
    entry('ZW', 'intensive-supervision', { runs: false }),
    entry('ZW', 'personality-consultation', {
      provider: 'Westmere health trust',
      times: [],
      hoursAWeek: 0,
      ...starts(4),
    }),
    entry('ZW', 'programme-sexual', { ...team, times: evening, hoursAWeek: 2.5, ...starts(9) }),
    entry('ZW', 'learning-adapted', { ...team, times: evening, hoursAWeek: 2.5 }),
    calder('unpaid-work', { ...team, times: weekendWork, hoursAWeek: 7, ...starts(2) }),
    harbour('unpaid-work', { ...team, times: weekendWork, hoursAWeek: 7, ...starts(3) }),
    calder('rehabilitation-activity', {
      ...team,
      ...starts(1),
      times: office,
      hoursAWeek: 2,
      activities: [
        activity('Thinking ahead', 'Westmere Probation', 'Eight sessions, one worker, reviewed at the fourth'),
        activity('Work ready', 'Bridgeway Support', 'A job plan within four weeks, kept with the employer'),
        activity(
          'Sober choices',
          'Bridgeway Support',
          'Six sessions with an alcohol worker, attendance reported weekly',
        ),
      ],
    }),
    harbour('rehabilitation-activity', {
      ...team,
      ...starts(2),
      times: evening,
      hoursAWeek: 2,
      activities: [
        activity('Thinking ahead', 'Westmere Probation', 'Eight sessions, one worker, reviewed at the fourth'),
      ],
    }),
    calder('structured-intervention', { ...team, ...starts(3), times: office, hoursAWeek: 2 }),
    calder('programme-moderate', { ...team, ...starts(6), times: evening, hoursAWeek: 2.5 }),
    harbour('programme-moderate', { ...team, ...starts(12), times: evening, hoursAWeek: 2.5 }),
    calder('programme-high', { runs: false }),
    calder('programme-domestic-abuse', { ...team, ...starts(10), times: evening, hoursAWeek: 3 }),
    harbour('programme-domestic-abuse', { runs: false, note: 'Referred to Calder Vale.' }),
    calder('drug-rehabilitation', { provider: 'Calder Recovery', ...starts(2), times: office, hoursAWeek: 4 }),
    harbour('drug-rehabilitation', { provider: 'Harbour Recovery', times: office, hoursAWeek: 4 }),
    calder('drug-testing', { provider: 'Calder Recovery', ...starts(1), times: office, hoursAWeek: 1 }),
    calder('alcohol-treatment', { provider: 'Calder Recovery', ...starts(3), times: office, hoursAWeek: 3 }),
    harbour('alcohol-treatment', { runs: false }),
    calder('mental-health-treatment', {
      provider: 'Westmere health trust',
      ...starts(8),
      times: office,
      hoursAWeek: 1.5,
    }),
    ...[
      'accommodation-service',
      'employment-service',
      'finance-service',
      'wellbeing-service',
      'dependency-service',
    ].map(option => calder(option, { ...bridgeway, ...starts(2), times: [], hoursAWeek: 1 })),
    ...['accommodation-service', 'employment-service', 'womens-services'].map(option =>
      harbour(option, { ...bridgeway, ...starts(3), times: [], hoursAWeek: 1 }),
    ),
    calder('womens-services', { provider: 'The Mill women’s centre', ...starts(1), times: [], hoursAWeek: 2 }),
    calder('young-adult-services', { ...bridgeway, ...starts(2), times: [], hoursAWeek: 1.5 }),
  ]
}

/** Puts the catalogue and a few pathways in place by the commands that staff use; entries that are there stay. */
export async function loadDemonstrationCatalogue(ctx: Context): Promise<void> {
  done(await loadCatalogue(ctx, demonstrationCatalogue(ctx.today)))
  const held = await ctx.tx.rows('SELECT 1 FROM organisation.pathway LIMIT 1')
  if (held.length > 0) return
  const pathway = { pathwayId: null, version: 0, gap: null, ended: false, reviewOn: plusDays(ctx.today, 120) }
  const council = 'Director of Public Health, Westmere Council'
  const refer = 'Referral form to the duty desk; a first appointment within five working days'
  done(
    await keepPathway(ctx, {
      ...pathway,
      ...{ areaCode: 'ZWCALD', need: 'drugs', name: 'Calder drug recovery', owner: council },
      ...{ partner: 'Calder Recovery', howToRefer: refer },
    }),
  )
  done(
    await keepPathway(ctx, {
      ...pathway,
      ...{ areaCode: 'ZWCALD', need: 'alcohol', name: 'Calder alcohol treatment', owner: council },
      ...{ partner: 'Calder Recovery', howToRefer: refer, gap: 'No evening clinic' },
    }),
  )
  done(
    await keepPathway(ctx, {
      ...pathway,
      ...{ areaCode: 'ZWHARB', need: 'drugs', name: 'Harbour drug recovery', owner: null },
      ...{ partner: 'Harbour Recovery', howToRefer: null },
    }),
  )
  done(
    await keepPathway(ctx, {
      ...pathway,
      ...{ areaCode: 'ZW', need: 'mental-health', name: 'Community sentence mental health treatment' },
      ...{ owner: 'Westmere integrated care board', partner: 'Westmere health trust', howToRefer: null },
    }),
  )
}

function entry(areaCode: string, option: string, change: Partial<Entry>): Entry {
  return {
    ...{ areaCode, option, runs: true, provider: null, place: null, nextStartOn: null, waitWeeks: null },
    ...{ hoursAWeek: null, times: null, activities: [], note: null },
    ...change,
  }
}

function activity(name: string, provider: string, qualityStandard: string): Entry['activities'][number] {
  return { name, provider, qualityStandard }
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demonstration was refused: ${result.problems.map(one => `${one.field} ${one.text}`)}`)
}
