import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import {
  actuarialData,
  digestOfSet,
  generationTwoScores,
  predictorFacts,
  rescoreCaseload,
  scoredSet,
} from '../../domains/assessment/index.ts'
import { machine } from '../../platform/access/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { projectRoot } from '../../platform/reference/index.ts'
import { copyRows, newId } from '../../platform/store/index.ts'
import type { Progress } from './bench-register.ts'
import type { Figure } from './figures.ts'
import { percentile } from './load.ts'
import { madeUpFacts, madeUpScoring } from './made-up-scores.ts'

/** What the product promises to score in one run. */
const wholeCaseload = 250_000
const cores = 2
const single = 2000
const rounds = 3

/** Scores of one person and of the whole caseload without a database, and a re-scoring that reads and writes. */
export async function measureScores(
  services: Services,
  people: number,
  progress: Progress,
): Promise<readonly Figure[]> {
  return [
    onePerson(),
    await withoutDatabase(progress),
    await withDatabase(services, Math.min(people, wholeCaseload), progress),
  ]
}

function onePerson(): Figure {
  const data = actuarialData('2026-11-21')
  const facts = Array.from({ length: single }, (_, n) => madeUpFacts(n))
  for (const one of facts) generationTwoScores(one, data)
  const sets = Array.from({ length: single }, (_, n) => {
    const { record, answers, assessedOn, layer } = madeUpScoring(n)
    const given = new Map(Object.entries(answers))
    const from = performance.now()
    scoredSet(predictorFacts(record, given, { assessedOn, layer }), record, given)
    return performance.now() - from
  })
  const note = `both generations and the screens, p99 ${percentile(sets, 0.99).toFixed(3)} ms`
  return {
    name: "one person's predictors, median",
    value: percentile(sets, 0.5),
    unit: 'ms',
    target: { atMost: 1 },
    note,
  }
}

async function withoutDatabase(progress: Progress): Promise<Figure> {
  const { bundle } = (await import(pathToFileURL(path.join(projectRoot(), 'scripts/bundle.mjs')).href)) as {
    bundle: (entry: string, out: string) => Promise<string>
  }
  const file = await bundle('src/app/bench/rescore-worker.ts', 'dist/commands/rescore-worker.mjs')
  const seconds: number[] = []
  const processor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const run = await timedOnCores(new URL(file))
    seconds.push(run.seconds)
    processor.push(run.processorSeconds)
    progress('scores', round + 1, rounds)
  }
  const each = (percentile(processor, 0.5) / cores).toFixed(1)
  const note = `median of ${rounds}; ${cores} threads on ${os.availableParallelism()} cores, processor ${each} s each`
  return {
    name: `${wholeCaseload.toLocaleString('en-GB')} people scored, generation 2, without the database`,
    value: percentile(seconds, 0.5),
    unit: 's',
    target: { atMost: 10 },
    note,
  }
}

/** Seconds by the clock, and of processor time in all threads, which other work on the machine does not change. */
async function timedOnCores(file: URL): Promise<{ readonly seconds: number; readonly processorSeconds: number }> {
  const each = wholeCaseload / cores
  const workers = Array.from(
    { length: cores },
    (_, n) => new Worker(file, { workerData: { from: n * each, to: (n + 1) * each } }),
  )
  await Promise.all(workers.map(said))
  const from = performance.now()
  const before = process.cpuUsage()
  const done = workers.map(said)
  for (const worker of workers) worker.postMessage('go')
  await Promise.all(done)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - from) / 1000, processorSeconds: (user + system) / 1e6 }
}

function said(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Everybody has scores in force, a tenth of them as other data would have made them. */
async function withDatabase(services: Services, people: number, progress: Progress): Promise<Figure> {
  const owner = new pg.Client({ connectionString: services.db.settings.ownerUrl })
  await owner.connect()
  try {
    await giveScores(owner, people, progress)
  } finally {
    await owner.end()
  }
  const from = performance.now()
  const done = await rescoreCaseload(services, {
    by: machine('bench'),
    progress: (n, all) => progress('re-scoring', n, all),
  })
  const seconds = (performance.now() - from) / 1000
  const whole = done.people >= wholeCaseload
  return {
    name: `${done.people.toLocaleString('en-GB')} people re-scored, read and written`,
    value: seconds,
    unit: 's',
    ...(whole ? { target: { atMost: 120 } } : {}),
    note: `${done.changed} changed${whole ? '' : '; the target is for 250,000: --people 250000'}`,
  }
}

const inBatch = 2000

async function giveScores(owner: pg.Client, people: number, progress: Progress): Promise<void> {
  await owner.query('TRUNCATE assessment.score_set, assessment.score_in_force')
  const { rows } = await owner.query<{ id: string }>(
    'SELECT person_id AS id FROM person.stub ORDER BY person_id LIMIT $1',
    [people],
  )
  const { version } = actuarialData('2026-11-21')
  for (let at = 0; at < rows.length; at += inBatch) {
    const made = rows.slice(at, at + inBatch).map(({ id }, n) => rowsOf(id, at + n, version))
    await copyRows(
      owner,
      'assessment.score_set',
      setColumns,
      made.map(one => one.set),
    )
    await copyRows(
      owner,
      'assessment.score_in_force',
      inForceColumns,
      made.map(one => one.inForce),
    )
    progress('scores to begin with', Math.min(at + inBatch, rows.length), rows.length)
  }
  await owner.query('ANALYZE assessment.score_set, assessment.score_in_force')
}

const setColumns = [
  ...[
    'person_id',
    'id',
    'layer',
    'assessed_on',
    'scored_at',
    'scored_by',
    'data_version',
    'record',
    'answers',
    'inputs',
  ],
  ...['generation_two', 'generation_one', 'screens', 'digest'],
]
const inForceColumns = [
  ...['person_id', 'set_id', 'assessed_on', 'scored_on', 'digest', 'data_version', 'wrong', 'to_ask', 'at_an_edge'],
  'static_for_want',
]

function rowsOf(personId: string, n: number, version: string) {
  const { record, answers, assessedOn, layer } = madeUpScoring(n)
  const given = new Map(Object.entries(answers))
  const set = scoredSet(predictorFacts(record, given, { assessedOn, layer }), record, given)
  const digest = n % 10 === 0 ? 'as other data made it' : digestOfSet(set)
  const id = newId()
  const json = JSON.stringify
  const inputs = Object.entries(answers).map(([question, value]) => ({
    ...{ name: question, label: `Question ${question}`, question, section: question.split('.')[0], value },
    origin: { from: 'answer', where: question, on: assessedOn, by: 'bench', carriedFrom: null },
  }))
  return {
    set: [
      ...[personId, id, layer, assessedOn, `${assessedOn}T09:00:00Z`, 'bench', version, json(record), json(answers)],
      ...[json(inputs), json(set.generationTwo), json(set.generationOne), json(set.screens), digest],
    ],
    inForce: [personId, id, assessedOn, assessedOn, digest, version, 0, 0, false, false],
  }
}
