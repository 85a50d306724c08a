// Writes every component in its states as pages to look at, with their styles and scripts, and serves them.
// Usage: node scripts/gallery.mjs FOLDER [PORT]
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [folder, port] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: node scripts/gallery.mjs FOLDER [PORT]')
  process.exit(2)
}
const out = resolve(folder)
process.chdir(root)

const outfile = join(root, 'dist/gallery.mjs')
await build({
  stdin: {
    contents:
      "export { galleryPages } from './src/platform/components/gallery/gallery.tsx'\nexport { buildAssets } from './src/platform/components/index.ts'",
    resolveDir: root,
    loader: 'ts',
  },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'error',
})
const { galleryPages, buildAssets } = await import(pathToFileURL(outfile).href)
mkdirSync(out, { recursive: true })
const { version } = await buildAssets(join(out, 'assets'))
for (const { name, html } of galleryPages(version)) writeFileSync(join(out, `${name}.html`), html)
console.log(`Wrote the gallery to ${folder}`)

if (port) {
  const types = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  }
  createServer((request, reply) => {
    const file = join(out, normalize(new URL(request.url, 'http://localhost').pathname))
    if (!file.startsWith(out) || !existsSync(file) || !extname(file)) return reply.writeHead(404).end()
    reply.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(reply)
  }).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/case-list.html`))
}
