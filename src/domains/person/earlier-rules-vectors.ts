import type { LocalDate } from '../../platform/calendar/index.ts'
import { jsonFamily, sameAnswer, type VectorFamily } from '../../platform/vectors/index.ts'
import { earlierCourtModel } from './parameters/earlier-court-model.ts'
import { type EarlierRecord, type EarlierScore, scoreEarlier } from './rules/earlier-court-matcher.ts'
import { lenientDates } from './rules/lenient-dates.ts'
import {
  type ClusterAttention,
  type ClusterEvent,
  type Override,
  type PersonCluster,
  placeNewRecord,
  recordChanged,
  unmarked,
} from './rules/person-clusters.ts'
import { searchWaterfall, type WaterfallPerson, type WaterfallRequest } from './rules/search-waterfall.ts'

/** The day the golden cases of identifiers and matching are stated for. */
const asOf: LocalDate = '2026-06-30'

const older = jsonFamily<{ id: string; left: EarlierRecord; right: EarlierRecord }>({
  family: 'matching/older-model',
  actual: one => scoreEarlier(one.left, one.right, earlierCourtModel.on(asOf).value, asOf),
  // Weights are written with four decimals, probabilities with ten.
  agrees: (expected, actual) => {
    const [wanted, got] = [expected as EarlierScore, actual as EarlierScore]
    return (
      sameAnswer(wanted.levels, got.levels) &&
      sameAnswer(wanted.matchWeight, got.matchWeight, 1e-4) &&
      sameAnswer(wanted.probability, got.probability, 1e-7)
    )
  },
})

const waterfall = jsonFamily<{ id: string; request: WaterfallRequest }, readonly WaterfallPerson[]>({
  family: 'matching/rule-waterfall',
  prepare: file => (file as { people: readonly WaterfallPerson[] }).people,
  actual: (one, people) => {
    const found = searchWaterfall(one.request, people, asOf)
    return { matchedBy: found.matchedBy, crns: found.people.map(person => person.crn) }
  },
})

const lenient = jsonFamily<{ id: string; date: LocalDate; accepted: readonly string[] }>({
  family: 'matching/lenient-dates',
  expected: one => one.accepted,
  actual: one => lenientDates(one.date),
})

type PublishedCluster = {
  readonly id: string
  readonly status: 'ACTIVE' | 'NEEDS_ATTENTION'
  readonly reason?: string
  readonly records: readonly string[]
}
type ClusterCase = {
  readonly id: string
  readonly clusters: readonly PublishedCluster[]
  readonly weights: readonly (readonly [string, string, number])[]
  readonly operation: { readonly type: 'create' | 'matchingFieldsChanged'; readonly record: string }
  readonly records: Readonly<Record<string, { readonly overrides?: readonly Override[]; readonly passive?: boolean }>>
}

const clusters = jsonFamily<ClusterCase, { readonly join: number; readonly edge: number }>({
  family: 'matching/clusters',
  prepare: file => (file as { thresholds: { join: number; edge: number } }).thresholds,
  actual: (one, { join, edge }) => {
    const weights = new Map(
      one.weights.flatMap(([a, b, weight]) => [`${a}|${b}`, `${b}|${a}`].map(key => [key, weight])),
    )
    const facts = {
      clusters: one.clusters.map(fromPublished),
      records: new Map(Object.entries(one.records).map(([id, record]) => [id, { ...unmarked, ...record }])),
      weightOf: (left: string, right: string) => weights.get(`${left}|${right}`) ?? -30,
      thresholds: { link: join, edge },
    }
    const { type, record } = one.operation
    if (type !== 'create' && type !== 'matchingFieldsChanged') throw new RangeError(`Unknown operation ${type}`)
    const change = type === 'create' ? placeNewRecord(facts, record, 'new') : recordChanged(facts, record)
    return { clusters: change.clusters.map(toPublished), events: change.events.map(publishedEvent) }
  },
})

/** Families of `vectors/matching` about clusters and about the two earlier generations of rules. */
export const earlierAndClusterVectorFamilies: readonly VectorFamily[] = [older, waterfall, lenient, clusters]

const reasonOf: Readonly<Record<ClusterAttention, string>> = {
  broken: 'BROKEN_CLUSTER',
  'override-conflict': 'OVERRIDE_CONFLICT',
}

function fromPublished({ id, status, reason, records }: PublishedCluster): PersonCluster {
  if (status === 'ACTIVE') return { id, attention: null, records }
  return { id, attention: reason === 'OVERRIDE_CONFLICT' ? 'override-conflict' : 'broken', records }
}

function toPublished({ id, attention, records }: PersonCluster): PublishedCluster {
  if (attention === null) return { id, status: 'ACTIVE', records }
  return { id, status: 'NEEDS_ATTENTION', reason: reasonOf[attention], records }
}

function publishedEvent(event: ClusterEvent): string {
  if (event.event === 'cluster-created') return 'NEW_CLUSTER'
  if (event.event === 'record-joined') return `JOINED:${event.cluster}`
  if (event.event === 'cluster-healed') return 'SELF_HEALED'
  if (event.event === 'cluster-broken') return 'BROKEN_CLUSTER'
  if (event.event === 'cluster-merged') return `MERGED:${event.cluster}`
  return event.event === 'override-conflict' ? 'OVERRIDE_CONFLICT' : `DELETED:${event.cluster}`
}
