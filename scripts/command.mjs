// Bundles src/app/commands/NAME.ts, whose default export takes the arguments and answers the exit code, and runs it.
// Usage: node scripts/command.mjs NAME [arguments]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name, ...args] = process.argv.slice(2)
const source = join(root, 'src/app/commands', `${name}.ts`)
if (!name || !existsSync(source)) {
  console.error(`There is no command ${name ?? ''}. Usage: node scripts/command.mjs NAME [arguments]`)
  process.exit(2)
}

if (!existsSync(join(root, 'node_modules/esbuild'))) {
  const installed = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (installed.status !== 0) process.exit(installed.status ?? 1)
}

const { build } = await import('esbuild')
const folder = join(root, 'dist/commands')
mkdirSync(folder, { recursive: true })
const outfile = join(folder, `${name}.mjs`)
await build({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  logLevel: 'error',
})
process.chdir(root)
const { default: run } = await import(pathToFileURL(outfile).href)
process.exitCode = await run(args)
