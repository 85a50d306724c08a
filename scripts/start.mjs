// Starts Throughline from a fresh clone: packages, bundle, static files, then the application in this process.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { requireNode, requirePackages, root } from './packages.mjs'

requireNode()
requirePackages({ development: false })
process.chdir(root)
process.env.THROUGHLINE_ROOT ??= root
const assets = 'src/platform/components/build-assets.ts'
if (existsSync(join(root, assets))) {
  const { buildAssets } = await import(await bundle(assets, 'dist/build-assets.mjs'))
  await buildAssets(join(root, 'dist/assets'))
}
await import(await bundle('src/app/main.ts', 'dist/server.mjs'))
