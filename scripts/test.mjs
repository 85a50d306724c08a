// Everything the project checks, one line of progress a step; the last line is `N passed, N failed`.
// Usage: npm test [-- --only=types,lint,architecture,unit,db,e2e,crash]
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './browser.mjs'
import { requireNode, requirePackages, root } from './packages.mjs'

requireNode()
requirePackages({ development: true })
process.chdir(root)

const node = process.execPath
const reports = mkdtempSync(join(tmpdir(), 'throughline-reports-'))

/** name, arguments to Node, minutes after which it counts as hung (a busy machine takes several times as long as a
 *  quiet one); a step with a report counts the tests in it, any other counts as one. */
const steps = [
  { name: 'types', args: ['node_modules/typescript-native/bin/tsc', '--noEmit'], minutes: 5 },
  {
    name: 'lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.'],
    minutes: 4,
  },
  tests('architecture', 4),
  tests('unit', 8),
  tests('db', 10),
  tests('e2e', 10),
  tests('crash', 8),
]

function tests(project, minutes) {
  const report = join(reports, `${project}.json`)
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests']
  return {
    name: project,
    minutes,
    report,
    args: [...args, '--reporter=default', '--reporter=json', `--outputFile=${report}`],
  }
}

const asked = process.argv
  .find(word => word.startsWith('--only='))
  ?.slice(7)
  .split(',')
const unknown = asked?.filter(name => !steps.some(step => step.name === name)) ?? []
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}; there are ${steps.map(step => step.name).join(', ')}.`)
  process.exit(2)
}

const total = { passed: 0, failed: 0, skipped: 0 }
const began = Date.now()
for (const step of steps) {
  if (asked && !asked.includes(step.name)) continue
  const from = Date.now()
  console.log(`\n== ${step.name} ==`)
  const counts = await run(step)
  for (const key of Object.keys(total)) total[key] += counts[key]
  console.log(`== ${step.name}: ${summary(counts)} in ${((Date.now() - from) / 1000).toFixed(1)} s ==`)
}
rmSync(reports, { recursive: true, force: true })
console.log(`\nEverything took ${Math.round((Date.now() - began) / 1000)} s`)
console.log(summary(total))
process.exitCode = total.failed > 0 ? 1 : 0

async function run(step) {
  const env = { ...process.env }
  if (step.name === 'e2e') {
    const chromium = await findChromium()
    if (!chromium) {
      console.error('No Chromium could be found or installed: install one, or name it with CHROMIUM_PATH.')
      return { passed: 0, failed: 1, skipped: 0 }
    }
    env.CHROMIUM_PATH = chromium
  }
  const succeeded = await execute(step, env)
  if (!step.report) return succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
  const counts = countTests(step.report)
  // A run can end badly with no test to blame: an error outside any test, or no report at all.
  if (!succeeded && counts.failed === 0) counts.failed = 1
  return counts
}

function execute({ name, args, minutes }, env) {
  return new Promise(resolve => {
    const child = spawn(node, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
      detached: process.platform !== 'win32',
    })
    const stop = signal => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
      } catch {
        // It has ended by itself.
      }
    }
    const interrupted = () => {
      stop('SIGINT')
      process.exit(130)
    }
    process.once('SIGINT', interrupted)
    process.once('SIGTERM', interrupted)
    const late = setTimeout(() => {
      console.error(`${name} took more than ${minutes} minutes and was stopped.`)
      stop('SIGTERM')
      setTimeout(() => stop('SIGKILL'), 5000).unref()
    }, minutes * 60_000)
    child.once('exit', code => {
      clearTimeout(late)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      resolve(code === 0)
    })
  })
}

function countTests(report) {
  let result
  try {
    result = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  // A file that cannot even be loaded has no tests in it, and must not pass for that.
  const broken = result.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
