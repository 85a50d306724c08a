// Is this Node new enough, and are the exact locked packages here? Needs nothing but Node.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Ends the process with one line when Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Throughline needs Node 20.19 or later and this is ${process.versions.node}: install Node 24 and try again.`,
  )
  process.exit(1)
}

/** Installs the locked packages when one is missing or of another version. `development`: the tests' packages too. */
export function requirePackages({ development }) {
  const first = firstDifference(development)
  if (!first) return
  console.error(`Installing the locked packages (${first}); this takes about a minute …`)
  const npm = process.env.npm_execpath
  const [program, args] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  const installed = spawnSync(program, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
  })
  if (installed.status === 0 && !firstDifference(development)) return
  console.error('The packages could not be installed: see the lines above, check the network, then try again.')
  process.exit(1)
}

function firstDifference(development) {
  const here = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(here)) return 'none are here yet'
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(here, 'utf8')).packages
  for (const [place, { version, dev, optional, devOptional }] of Object.entries(wanted)) {
    // Packages for other platforms are optional and rightly absent.
    if (place === '' || optional || devOptional || (dev && !development)) continue
    if (found[place]?.version !== version) return `${place.replace(/.*node_modules\//, '')} ${version} is missing`
    if (!existsSync(join(root, place, 'package.json'))) return `${place.replace(/.*node_modules\//, '')} is not there`
  }
  return undefined
}
