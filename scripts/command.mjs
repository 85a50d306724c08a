// Runs src/app/commands/NAME.ts, whose default export takes the arguments and answers the exit code.
// Usage: node scripts/command.mjs NAME [arguments]
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { requireNode, requirePackages, root } from './packages.mjs'

requireNode()
const [name, ...args] = process.argv.slice(2)
const source = `src/app/commands/${name}.ts`
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(join(root, source))) {
  console.error(`There is no command ${name ?? ''}. Usage: node scripts/command.mjs NAME [arguments]`)
  process.exit(2)
}
requirePackages({ development: false })
process.env.THROUGHLINE_ROOT ??= root
process.chdir(root)
const { default: run } = await import(await bundle(source, `dist/commands/${name}.mjs`))
process.exitCode = await run(args)
