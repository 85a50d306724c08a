import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './packages.mjs'

/** Bundles our own sources (packages stay where they are) and answers the address to import them from.
 *  Errors point at the sources. `entry` and `out` are paths inside the project. */
export async function bundle(entry, out) {
  const esbuild = await import('esbuild')
  const outfile = join(root, out)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
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
  await esbuild.stop()
  process.setSourceMapsEnabled(true)
  return pathToFileURL(outfile).href
}
