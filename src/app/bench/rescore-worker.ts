import { parentPort, workerData } from 'node:worker_threads'
import { actuarialData } from '../../domains/assessment/index.ts'
import { madeUpFacts, scoreAll } from './made-up-scores.ts'

/** Draws its share of people, says that it is ready, and scores them when it is told to. */
const { from, to } = workerData as { readonly from: number; readonly to: number }
const people = Array.from({ length: to - from }, (_, n) => madeUpFacts(from + n))
scoreAll(people.slice(0, 2000), actuarialData('2026-11-21'))
parentPort?.postMessage('ready')
parentPort?.on('message', () => {
  parentPort?.postMessage({ scored: scoreAll(people, actuarialData('2026-11-21')) })
  parentPort?.close()
})
