import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ClusterFacts,
  type ClusterRecord,
  isValidCluster,
  type PersonCluster,
  placeNewRecord,
  recordChanged,
  unmarked,
} from './person-clusters.ts'
import {
  recordDeleted,
  recordExcluded,
  recordMerged,
  recordsIncluded,
  recordsKeptApart,
  recordUnmerged,
  survivorOf,
} from './record-decisions.ts'

type Weights = readonly (readonly [string, string, number])[]

function facts(
  clusters: Readonly<Record<string, readonly string[]>>,
  weights: Weights,
  records: Readonly<Record<string, Partial<ClusterRecord>>> = {},
  attention: Readonly<Record<string, PersonCluster['attention']>> = {},
): ClusterFacts {
  const known = new Map(weights.flatMap(([a, b, weight]) => [`${a}|${b}`, `${b}|${a}`].map(key => [key, weight])))
  return {
    clusters: Object.entries(clusters).map(([id, list]) => ({ id, attention: attention[id] ?? null, records: list })),
    records: new Map(Object.entries(records).map(([id, record]) => [id, { ...unmarked, ...record }])),
    weightOf: (a, b) => known.get(`${a}|${b}`) ?? -30,
    thresholds: { link: 18, edge: 14 },
  }
}
const marked = (scope: string, marker: string) => ({ overrides: [{ scope, marker }] })

describe('a new record', () => {
  it('joins the cluster with the strongest link and draws in another one it is linked to', () => {
    const change = placeNewRecord(
      facts({ K1: ['a'], K2: ['b'] }, [
        ['n', 'a', 19],
        ['n', 'b', 40],
      ]),
      'n',
      'new',
    )
    expect(change.clusters).toEqual([{ id: 'K2', attention: null, records: ['b', 'n', 'a'] }])
    expect(change.events.map(({ event }) => event)).toEqual(['record-joined', 'cluster-merged'])
  })

  it('linked to two clusters that people keep apart stands alone and is reviewed', () => {
    const change = placeNewRecord(
      facts(
        { K1: ['a'], K2: ['b'] },
        [
          ['n', 'a', 30],
          ['n', 'b', 40],
        ],
        { a: marked('s', '1'), b: marked('s', '2') },
      ),
      'n',
      'new',
    )
    expect(change.clusters.at(-1)).toEqual({ id: 'new', attention: 'override-conflict', records: ['n'] })
    expect(change.events).toContainEqual({ event: 'override-conflict', primary: 'new', additional: ['K2', 'K1'] })
  })

  it('joins a cluster in which two records carry one scope: they were included, not opposed', () => {
    const change = placeNewRecord(
      facts(
        { K1: ['a', 'b'] },
        [
          ['n', 'a', 30],
          ['a', 'b', 166],
        ],
        { a: marked('s', '1'), b: marked('s', '1') },
      ),
      'n',
      'new',
    )
    expect(change.events).toEqual([{ event: 'record-joined', cluster: 'K1' }])
  })

  it('is never put with a passive record', () => {
    const change = placeNewRecord(facts({ K1: ['a'] }, [['n', 'a', 90]], { a: { passive: true } }), 'n', 'new')
    expect(change.events).toEqual([{ event: 'cluster-created', cluster: 'new' }])
  })
})

describe('a changed record', () => {
  it('still connected through another record changes nothing that needs attention', () => {
    const weights: Weights = [
      ['a', 'b', 15],
      ['a', 'c', 2],
      ['b', 'c', 30],
    ]
    expect(recordChanged(facts({ K1: ['a', 'b', 'c'] }, weights), 'a').events).toEqual([])
  })

  it('that pulls together records people keep apart leaves its cluster for review', () => {
    const weights: Weights = [['a', 'b', 40]]
    const opposed = { a: marked('s', '1'), b: marked('s', '2') }
    const change = recordChanged(facts({ K1: ['a'], K2: ['b'] }, weights, opposed), 'a')
    expect(change.clusters[0]).toMatchObject({ id: 'K1', attention: 'override-conflict' })
  })

  it('of a cluster in conflict is left to a person', () => {
    const state = facts({ K1: ['a', 'b'] }, [['a', 'b', 90]], {}, { K1: 'override-conflict' })
    expect(recordChanged(state, 'a').events).toEqual([])
  })

  it('that is passive changes nothing', () => {
    expect(recordChanged(facts({ K1: ['a', 'b'] }, [], { a: { passive: true } }), 'a').events).toEqual([])
  })
})

describe('a decision about records', () => {
  it('a merged record leaves its cluster, an emptied cluster goes, and its id answers with the survivor', () => {
    const change = recordMerged(facts({ K1: ['a'], K2: ['b'] }, []), 'a', 'b')
    if ('refused' in change) throw new Error(change.refused)
    expect(change.clusters.map(({ id }) => id)).toEqual(['K2'])
    expect(survivorOf(change, 'a')).toBe('b')
  })

  it('a merge that would run in a circle is refused', () => {
    const state = facts({ K1: ['a'] }, [], { b: { mergedTo: 'a' } })
    expect(recordMerged(state, 'a', 'b')).toEqual({ refused: 'circular-merge' })
    expect(recordMerged(state, 'b', 'a')).toEqual({ refused: 'already-merged' })
    expect(recordMerged(state, 'a', 'a')).toEqual({ refused: 'same-record' })
  })

  it('an unmerged record is kept apart from the survivor whatever their evidence', () => {
    const state = facts(
      { K1: ['b', 'c'] },
      [
        ['a', 'b', 90],
        ['b', 'c', 50],
      ],
      { a: { mergedTo: 'b' } },
    )
    const change = recordUnmerged(state, 'a', { scope: 's', markers: ['1', '2'], newCluster: 'new' })
    if ('refused' in change) throw new Error(change.refused)
    expect(change.clusters).toEqual([
      { id: 'K1', attention: 'override-conflict', records: ['b', 'c'] },
      { id: 'new', attention: null, records: ['a'] },
    ])
    expect(recordUnmerged(state, 'b', { scope: 's', markers: ['1', '2'], newCluster: 'x' })).toEqual({
      refused: 'not-merged',
    })
  })

  it('an excluded record is passive in a cluster of its own', () => {
    const change = recordExcluded(facts({ K1: ['a', 'b'] }, []), 'a', 'new')
    expect(change.clusters).toEqual([
      { id: 'K1', attention: null, records: ['b'] },
      { id: 'new', attention: null, records: ['a'] },
    ])
    expect(change.records.get('a')?.passive).toBe(true)
  })

  it('records said to be one person come together', () => {
    const change = recordsIncluded(facts({ K1: ['a'], K2: ['b'] }, [['a', 'b', 166]]), 'a', 'b', {
      scope: 's',
      marker: '1',
    })
    expect(change.clusters).toEqual([{ id: 'K1', attention: null, records: ['a', 'b'] }])
  })

  it('records said to be two people break the cluster that held them', () => {
    const change = recordsKeptApart(facts({ K1: ['a', 'b'] }, [['a', 'b', -166]]), 'a', 'b', {
      scope: 's',
      markers: ['1', '2'],
    })
    expect(change.clusters[0]?.attention).toBe('broken')
  })

  it('a deleted record goes with those merged into it', () => {
    const state = facts({ K1: ['a'] }, [], { a: {}, b: { mergedTo: 'a' }, c: { mergedTo: 'b' }, d: {} })
    const change = recordDeleted(state, 'a')
    expect([...change.records.keys()]).toEqual(['d'])
    expect(change.clusters).toEqual([])
  })
})

describe('clusters', () => {
  it('no record is ever lost or held twice, and a new record is placed once', () => {
    const ids = ['a', 'b', 'c', 'd', 'n']
    const weight = fc.constantFrom(-30, 10, 15, 19, 40)
    fc.assert(
      fc.property(fc.array(weight, { minLength: 10, maxLength: 10 }), fc.boolean(), (weights, together) => {
        const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map(b => [a, b] as const))
        const state = facts(
          together ? { K1: ['a', 'b'], K2: ['c', 'd'] } : { K1: ['a'], K2: ['b'], K3: ['c'], K4: ['d'] },
          pairs.map(([a, b], i) => [a, b, weights[i]!] as const),
        )
        const placed = placeNewRecord(state, 'n', 'new')
        const changed = recordChanged({ ...state, clusters: placed.clusters }, 'a')
        for (const { clusters } of [placed, changed]) {
          expect(clusters.flatMap(cluster => cluster.records).sort()).toEqual(ids)
          expect(clusters.every(cluster => cluster.records.length > 0)).toBe(true)
        }
      }),
    )
  })

  it('with a break or opposed markers are not valid', () => {
    const state = facts({}, [['a', 'b', 14]], { c: marked('s', '1'), d: marked('s', '2') })
    expect(isValidCluster(state, ['a', 'b'])).toBe(true)
    expect(isValidCluster(state, ['a', 'b', 'x'])).toBe(false)
    expect(isValidCluster({ ...state, weightOf: () => 50 }, ['c', 'd'])).toBe(false)
  })
})
