import type { MatchThresholds } from './match-model.ts'

/** Why a cluster waits for a person: its records no longer hang together, or a person's decisions pull it apart. */
export type ClusterAttention = 'broken' | 'override-conflict'

/** The records held to be one person. `attention: null` is an active cluster. */
export type PersonCluster = {
  readonly id: string
  readonly attention: ClusterAttention | null
  readonly records: readonly string[]
}

/** A person's decision about records: those with one marker in a scope are the same person, those with different
 *  markers in a scope are not. */
export type Override = { readonly scope: string; readonly marker: string }

/** What clustering must know of a record. A passive record is kept out of matching. */
export type ClusterRecord = {
  readonly overrides: readonly Override[]
  readonly passive: boolean
  readonly mergedTo: string | null
}

/** Everything clustering decides on. `weightOf` is symmetric and answers a very low weight for pairs never scored. */
export type ClusterFacts = {
  readonly clusters: readonly PersonCluster[]
  readonly records: ReadonlyMap<string, ClusterRecord>
  readonly weightOf: (left: string, right: string) => number
  readonly thresholds: Pick<MatchThresholds, 'link' | 'edge'>
}

/** What happened, in order. A review names one primary cluster and the others it concerns. */
export type ClusterEvent =
  | { readonly event: 'cluster-created'; readonly cluster: string }
  | { readonly event: 'record-joined'; readonly cluster: string }
  | { readonly event: 'cluster-healed'; readonly cluster: string }
  | { readonly event: 'cluster-broken'; readonly cluster: string }
  | { readonly event: 'cluster-merged'; readonly cluster: string; readonly into: string }
  | { readonly event: 'cluster-deleted'; readonly cluster: string }
  | { readonly event: 'override-conflict'; readonly primary: string; readonly additional: readonly string[] }

export type ClusterChange = {
  readonly clusters: readonly PersonCluster[]
  readonly records: ReadonlyMap<string, ClusterRecord>
  readonly events: readonly ClusterEvent[]
}

export const unmarked: ClusterRecord = { overrides: [], passive: false, mergedTo: null }

/** Puts a record that is in no cluster into the best one, or into a new cluster named `newCluster`.
 *  Source: hmpps-person-record, service/person, as set out in the matching specification section 8. */
export function placeNewRecord(facts: ClusterFacts, record: string, newCluster: string): ClusterChange {
  const own = scopesOf(facts, [record])
  const joinable = clustersLinkedTo(facts, record).filter(cluster => !overlaps(own, scopesOf(facts, cluster.records)))
  const best = joinable[0]
  if (!best) return created(facts, { id: newCluster, attention: null, records: [record] })

  const conflicting = joinable.filter(cluster =>
    joinable.some(
      other => other !== cluster && overlaps(scopesOf(facts, cluster.records), scopesOf(facts, other.records)),
    ),
  )
  if (conflicting.length > 0) {
    const made = created(facts, { id: newCluster, attention: 'override-conflict', records: [record] })
    return { ...made, events: [...made.events, conflict(newCluster, conflicting)] }
  }

  const clusters = facts.clusters.map(cluster =>
    cluster.id === best.id ? { ...cluster, records: [...cluster.records, record] } : cluster,
  )
  const joined: ClusterEvent = { event: 'record-joined', cluster: best.id }
  if (joinable.length === 1) return { clusters, records: facts.records, events: [joined] }
  const after = recluster({ ...facts, clusters }, record)
  return { ...after, events: [joined, ...after.events] }
}

/** A matching field of a record changed: its cluster is looked at again. A passive record changes nothing. */
export function recordChanged(facts: ClusterFacts, record: string): ClusterChange {
  if (recordOf(facts, record).passive) return unchanged(facts)
  return recluster(facts, record)
}

/** Do the records hang together: no two kept apart by a person, and all connected by links that count? */
export function isValidCluster(facts: ClusterFacts, records: readonly string[]): boolean {
  return !hasOpposedRecords(facts, records) && isConnected(facts, records)
}

function recluster(facts: ClusterFacts, record: string): ClusterChange {
  const found = facts.clusters.find(cluster => cluster.records.includes(record))
  if (!found) return unchanged(facts)
  const healed = found.attention === 'broken' && isValidCluster(facts, found.records)
  const cluster = healed ? { ...found, attention: null } : found
  const state = healed ? { ...facts, clusters: replaced(facts.clusters, cluster) } : facts
  const events: readonly ClusterEvent[] = healed ? [{ event: 'cluster-healed', cluster: cluster.id }] : []
  if (cluster.attention !== null) return unchanged(state)

  const next = reconsider(state, cluster, record)
  return { ...next, events: [...events, ...next.events] }
}

function reconsider(facts: ClusterFacts, cluster: PersonCluster, record: string): ClusterChange {
  const matched = new Set(candidatesOf(facts, record, facts.thresholds.edge))
  const others = cluster.records.filter(other => other !== record)
  const lost = others.filter(other => !matched.has(other))
  if (lost.length === 0 && matched.size === others.length) return unchanged(facts)
  if (lost.length > 0 && (lost.length === others.length || !isValidCluster(facts, cluster.records))) {
    return {
      clusters: replaced(facts.clusters, { ...cluster, attention: 'broken' }),
      records: facts.records,
      events: [{ event: 'cluster-broken', cluster: cluster.id }],
    }
  }
  return mergeLinkedClusters(facts, cluster, record)
}

function mergeLinkedClusters(facts: ClusterFacts, cluster: PersonCluster, record: string): ClusterChange {
  const linked = clustersLinkedTo(facts, record).filter(other => other.id !== cluster.id && other.attention === null)
  if (linked.length === 0) return unchanged(facts)

  const together = [...cluster.records, ...linked.flatMap(other => other.records)]
  if (!isValidCluster(facts, together)) {
    return {
      clusters: replaced(facts.clusters, { ...cluster, attention: 'override-conflict' }),
      records: facts.records,
      events: [conflict(cluster.id, linked)],
    }
  }
  const emptied = new Set(linked.map(other => other.id))
  return {
    clusters: replaced(facts.clusters, { ...cluster, records: together }).filter(({ id }) => !emptied.has(id)),
    records: facts.records,
    events: linked.map(other => ({ event: 'cluster-merged', cluster: other.id, into: cluster.id })),
  }
}

/** Records in a cluster, not passive, whose link to this one counts at the bound; best first. */
function candidatesOf(facts: ClusterFacts, record: string, bound: number): readonly string[] {
  return facts.clusters
    .flatMap(cluster => cluster.records)
    .filter(other => other !== record && !recordOf(facts, other).passive && facts.weightOf(record, other) >= bound)
    .sort((a, b) => facts.weightOf(record, b) - facts.weightOf(record, a))
}

/** Clusters that hold a record linked to this one, the strongest link first. */
function clustersLinkedTo(facts: ClusterFacts, record: string): readonly PersonCluster[] {
  const linked = candidatesOf(facts, record, facts.thresholds.link)
  const holding = linked.map(other => facts.clusters.find(cluster => cluster.records.includes(other))!)
  return [...new Set(holding)]
}

function hasOpposedRecords(facts: ClusterFacts, records: readonly string[]): boolean {
  const markerOf = new Map<string, string>()
  return records.some(record =>
    recordOf(facts, record).overrides.some(({ scope, marker }) => {
      const earlier = markerOf.get(scope)
      markerOf.set(scope, marker)
      return earlier !== undefined && earlier !== marker
    }),
  )
}

function isConnected(facts: ClusterFacts, records: readonly string[]): boolean {
  const [first, ...waiting] = records
  if (first === undefined) return true
  const unreached = new Set(waiting)
  const toVisit = [first]
  for (let record = toVisit.pop(); record !== undefined; record = toVisit.pop()) {
    for (const other of unreached) {
      if (facts.weightOf(record, other) < facts.thresholds.edge) continue
      unreached.delete(other)
      toVisit.push(other)
    }
  }
  return unreached.size === 0
}

function created(facts: ClusterFacts, cluster: PersonCluster): ClusterChange {
  return {
    clusters: [...facts.clusters, cluster],
    records: facts.records,
    events: [{ event: 'cluster-created', cluster: cluster.id }],
  }
}

function conflict(primary: string, others: readonly PersonCluster[]): ClusterEvent {
  return { event: 'override-conflict', primary, additional: others.map(cluster => cluster.id) }
}

function unchanged({ clusters, records }: ClusterFacts): ClusterChange {
  return { clusters, records, events: [] }
}

function replaced(clusters: readonly PersonCluster[], changed: PersonCluster): readonly PersonCluster[] {
  return clusters.map(cluster => (cluster.id === changed.id ? changed : cluster))
}

function recordOf(facts: ClusterFacts, record: string): ClusterRecord {
  return facts.records.get(record) ?? unmarked
}

function scopesOf(facts: ClusterFacts, records: readonly string[]): ReadonlySet<string> {
  return new Set(records.flatMap(record => recordOf(facts, record).overrides.map(({ scope }) => scope)))
}

function overlaps(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].some(value => right.has(value))
}
