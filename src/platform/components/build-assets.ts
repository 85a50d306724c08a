import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

export type BuiltAssets = {
  /** Changes whenever a file does: the query that makes a new address. */
  readonly version: string
}

/**
 * Writes `app.css`, `app.js`, `js-enabled.js`, `icon.svg` and the images the styles name into a folder that is served
 * under `/assets/`, and `version.txt` for the server to read. The GDS Transport font and the crest are left out: they are licensed for GOV.UK only.
 */
export async function buildAssets(outDir: string): Promise<BuiltAssets> {
  const { build } = await import('esbuild')
  const source = sourceFolder()
  mkdirSync(join(outDir, 'images'), { recursive: true })
  const images = new Set<string>()
  await build({
    entryPoints: [join(source, 'app.css'), join(source, 'app.ts')],
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    logLevel: 'error',
    plugins: [withoutGovUkMarks(images)],
  })
  for (const name of images) {
    const file = createRequire(join(source, 'app.ts')).resolve(`@ministryofjustice/frontend/moj/assets/images/${name}`)
    cpSync(file, join(outDir, 'images', name))
  }
  for (const name of ['js-enabled.js', 'icon.svg']) writeFileSync(join(outDir, name), readFileSync(join(source, name)))
  const version = versionOf(outDir, ['app.css', 'app.js', 'js-enabled.js', 'icon.svg'])
  writeFileSync(join(outDir, 'version.txt'), version)
  return { version }
}

/** Beside this file, or, when the program was bundled elsewhere, in the project it runs in. */
function sourceFolder(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'assets')
  return existsSync(join(beside, 'app.ts')) ? beside : join(process.cwd(), 'src/platform/components/assets')
}

/** Takes fonts and crest out of the published styles, and notes the images they name. */
function withoutGovUkMarks(images: Set<string>): Plugin {
  return {
    name: 'without-gov-uk-marks',
    setup(build) {
      build.onResolve({ filter: /^\/assets\/images\// }, ({ path }) => {
        images.add(path.slice('/assets/images/'.length))
        return { path, external: true }
      })
      build.onLoad({ filter: /-frontend\.min\.css$/ }, ({ path }) => ({
        loader: 'css',
        contents: readFileSync(path, 'utf8')
          .replace(/@font-face\{[^}]*\}/g, '')
          .replace(/[a-z-]+:url\([^)]*crest[^)]*\);?/g, '')
          .replace(/"?GDS Transport"?,\s*/g, '')
          .replace(/:root\{--govuk-frontend-version:"[^"]*"\}/g, ''),
      }))
    },
  }
}

function versionOf(folder: string, names: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of names) hash.update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}
