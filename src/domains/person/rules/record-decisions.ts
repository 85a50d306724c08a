import {
  type ClusterChange,
  type ClusterEvent,
  type ClusterFacts,
  type ClusterRecord,
  type Override,
  type PersonCluster,
  placeNewRecord,
  recordChanged,
  unmarked,
} from './person-clusters.ts'

/** A change refused, with the reason. */
export type RefusedChange = { readonly refused: 'circular-merge' | 'already-merged' | 'not-merged' | 'same-record' }

/** A source system says that record `from` has been merged into record `into`: it leaves matching and its cluster,
 *  and answers with the survivor from now on. The survivor's cluster is not looked at again.
 *  Source of every rule here: matching specification section 8. */
export function recordMerged(facts: ClusterFacts, from: string, into: string): ClusterChange | RefusedChange {
  if (from === into) return { refused: 'same-record' }
  if (recordOf(facts, from).mergedTo !== null) return { refused: 'already-merged' }
  if (survivorOf(facts, into) === from) return { refused: 'circular-merge' }
  const left = withoutRecords(facts.clusters, new Set([from]))
  return { ...left, records: withRecord(facts, from, { mergedTo: into }) }
}

/** A merge is undone: the two records are marked as different people in a new scope, and the one that was merged is
 *  placed afresh. If the survivor's cluster holds more than the survivor, a person must look at it. */
export function recordUnmerged(
  facts: ClusterFacts,
  from: string,
  made: { readonly scope: string; readonly markers: readonly [string, string]; readonly newCluster: string },
): ClusterChange | RefusedChange {
  const into = recordOf(facts, from).mergedTo
  if (into === null) return { refused: 'not-merged' }
  const apart = withOverride({ ...facts, records: withRecord(facts, from, { mergedTo: null }) }, from, {
    scope: made.scope,
    marker: made.markers[0],
  })
  const records = withOverride({ ...facts, records: apart }, into, { scope: made.scope, marker: made.markers[1] })
  const placed = placeNewRecord({ ...facts, records }, from, made.newCluster)

  const survivors = placed.clusters.find(cluster => cluster.records.includes(into))
  if (!survivors || survivors.records.length < 2) return placed
  const review: ClusterEvent = {
    event: 'override-conflict',
    primary: survivors.id,
    additional: placed.clusters.filter(cluster => cluster.records.includes(from)).map(cluster => cluster.id),
  }
  return {
    ...placed,
    clusters: placed.clusters.map(cluster =>
      cluster === survivors ? { ...cluster, attention: 'override-conflict' } : cluster,
    ),
    events: [...placed.events, review],
  }
}

/** A person takes a record out of matching: it becomes passive and gets a cluster of its own. */
export function recordExcluded(facts: ClusterFacts, record: string, newCluster: string): ClusterChange {
  const left = withoutRecords(facts.clusters, new Set([record]))
  return {
    clusters: [...left.clusters, { id: newCluster, attention: null, records: [record] }],
    records: withRecord(facts, record, { passive: true }),
    events: [...left.events, { event: 'cluster-created', cluster: newCluster }],
  }
}

/** A person says that two records are one person: they get the same marker in one scope and are looked at again.
 *  `facts.weightOf` must already answer with the marker counted. */
export function recordsIncluded(facts: ClusterFacts, left: string, right: string, override: Override): ClusterChange {
  const records = withOverride({ ...facts, records: withOverride(facts, left, override) }, right, override)
  return recordChanged({ ...facts, records }, left)
}

/** A person says that two records are two people: different markers in one scope, and both are looked at again.
 *  `facts.weightOf` must already answer with the markers counted. */
export function recordsKeptApart(
  facts: ClusterFacts,
  left: string,
  right: string,
  made: { readonly scope: string; readonly markers: readonly [string, string] },
): ClusterChange {
  const once = withOverride(facts, left, { scope: made.scope, marker: made.markers[0] })
  const records = withOverride({ ...facts, records: once }, right, { scope: made.scope, marker: made.markers[1] })
  return recordChanged({ ...facts, records }, left)
}

/** A record is deleted with every record that was merged into it; a cluster left empty goes too. */
export function recordDeleted(facts: ClusterFacts, record: string): ClusterChange {
  const gone = new Set([record])
  for (const known of facts.records.keys()) if (mergedInto(facts, known).includes(record)) gone.add(known)
  const kept = [...facts.records].filter(([id]) => !gone.has(id))
  return { ...withoutRecords(facts.clusters, gone), records: new Map(kept) }
}

/** The record that answers for this one: itself, or the last of those it was merged into. */
export function survivorOf(facts: Pick<ClusterFacts, 'records'>, record: string): string {
  return mergedInto(facts, record).at(-1) ?? record
}

/** The records this one was merged into, one after the other; it ends even if stored merges run in a circle. */
function mergedInto(facts: Pick<ClusterFacts, 'records'>, record: string): readonly string[] {
  const chain: string[] = []
  let next = recordOf(facts, record).mergedTo
  while (next !== null && !chain.includes(next) && next !== record) {
    chain.push(next)
    next = recordOf(facts, next).mergedTo
  }
  return chain
}

function withoutRecords(
  clusters: readonly PersonCluster[],
  gone: ReadonlySet<string>,
): { readonly clusters: readonly PersonCluster[]; readonly events: readonly ClusterEvent[] } {
  const left = clusters.map(cluster => ({ ...cluster, records: cluster.records.filter(record => !gone.has(record)) }))
  const emptied = left.filter((cluster, at) => cluster.records.length === 0 && clusters[at]!.records.length > 0)
  return {
    clusters: left.filter(cluster => !emptied.includes(cluster)),
    events: emptied.map(cluster => ({ event: 'cluster-deleted', cluster: cluster.id })),
  }
}

function recordOf(facts: Pick<ClusterFacts, 'records'>, record: string): ClusterRecord {
  return facts.records.get(record) ?? unmarked
}

function withRecord(
  facts: Pick<ClusterFacts, 'records'>,
  record: string,
  change: Partial<ClusterRecord>,
): ReadonlyMap<string, ClusterRecord> {
  return new Map(facts.records).set(record, { ...recordOf(facts, record), ...change })
}

function withOverride(
  facts: Pick<ClusterFacts, 'records'>,
  record: string,
  override: Override,
): ReadonlyMap<string, ClusterRecord> {
  return withRecord(facts, record, { overrides: [...recordOf(facts, record).overrides, override] })
}
