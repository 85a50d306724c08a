// Starts Throughline from a fresh clone: packages, bundle, static files, then the application in this process.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { requireNode, requirePackages, root } from './packages.mjs'

requireNode()
requirePackages({ development: false })
process.chdir(root)
process.env.THROUGHLINE_ROOT ??= root
const { buildAssets } = await import(
  await bundle('src/platform/components/build-assets.ts', 'dist/build/build-assets.mjs')
)
const { version } = await buildAssets(join(root, 'dist/assets'))
writeFileSync(join(root, 'dist/assets/version.txt'), version)
await import(await bundle('src/app/main.ts', 'dist/server.mjs'))
