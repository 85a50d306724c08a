import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  candidatePairs,
  type LabelledRecord,
  labelledFrequencies,
  linkQuality,
  pairwiseBaseline,
} from './labelled-set.ts'
import type { Frequencies } from './rules/match-model.ts'
import { matchModel } from './rules/model-in-use.ts'

const ours = matchModel('2026-11-21').value
const published = matchModel('2026-11-21', 'published-2026-02').value

describe('people of the labelled set', () => {
  let records: readonly LabelledRecord[] = []
  let frequencies: Frequencies = { of: () => undefined, communal: () => false }
  let baseline: Record<string, unknown> = {}

  beforeAll(async () => {
    const folder = 'vectors/matching'
    const lines = (await readFile(`${folder}/labelled-records.jsonl`, 'utf8')).trim().split('\n')
    records = lines.map(line => JSON.parse(line) as LabelledRecord)
    frequencies = labelledFrequencies(JSON.parse(await readFile(`${folder}/term-frequencies.json`, 'utf8')))
    baseline = JSON.parse(await readFile(`${folder}/labelled-baseline.json`, 'utf8'))
  })

  it('the published model does exactly what is published of it', () => {
    const { note, ...counts } = baseline
    expect(pairwiseBaseline(records, frequencies, published)).toEqual(counts)
  })

  it('throughline-1 links no wrong pair and joins at least 74 in 100 true pairs by itself', () => {
    const quality = linkQuality(records, frequencies, ours)
    expect(quality.linkPrecision).toBeGreaterThanOrEqual(0.99)
    expect(quality.clusterPrecision).toBeGreaterThanOrEqual(0.99)
    expect(quality.clusterRecall).toBeGreaterThanOrEqual(0.74)
    expect(quality.linkedOrInReview).toBeGreaterThanOrEqual(0.96)
    expect(quality.candidateRecall).toBeGreaterThanOrEqual(0.966)
  })

  it('the review queue is mostly true pairs', () => {
    const { reviewPairs, reviewPairsTrue } = linkQuality(records, frequencies, ours)
    expect(reviewPairsTrue / reviewPairs).toBeGreaterThan(0.7)
  })

  it('no twin, no father and son, and no two people of one name and birth date are linked, even through others', () => {
    const { wrongLinks, wrongInClusters } = linkQuality(records, frequencies, ours)
    const sameFamily = wrongInClusters.filter(pair => pair.left.familyId === pair.right.familyId)
    expect(sameFamily).toEqual([])
    expect(wrongLinks).toEqual([])
    // The set does hold such people, and the model does look at them.
    const looked = candidatePairs(records, frequencies, ours).filter(pair => !pair.samePerson)
    const bornOnOneDay = looked.filter(pair => pair.left.dateOfBirth === pair.right.dateOfBirth)
    expect(bornOnOneDay.length).toBeGreaterThan(10)
    expect(looked.filter(pair => pair.score.possibleTwins).length).toBeGreaterThan(5)
  })
})
