import path from 'node:path'

/** Domains, lowest tier first (house-style.md section 1). Same tier talks by events. */
export const tiers: readonly (readonly string[])[] = [
  ['organisation', 'person'],
  ['sentence'],
  ['court', 'assessment', 'custody'],
  ['tier'],
  ['advice', 'supervision', 'unpaid-work', 'referral'],
  ['allocation', 'enforcement', 'commissioning'],
  ['accountability'],
  ['publication'],
]

/** Doors besides index.ts, each with its reason. */
const otherDoors: readonly { readonly from: RegExp; readonly to: RegExp; readonly because: string }[] = [
  {
    from: /^src\/platform\/rules\//,
    to: /^src\/platform\/calendar\/local-date\.ts$/,
    because: 'bank holidays are themselves a dated rule, so the calendar rests on rules and rules on days alone',
  },
  {
    from: /^src\/platform\/components\/assets\//,
    to: /^src\/platform\/words\/clock-time\.ts$/,
    because: 'a script for the browser carries no more than it uses',
  },
  {
    from: /^src\/app\/vector-families\.ts$/,
    to: /^src\/domains\/[^/]+\/vectors\.ts$/,
    because: 'golden cases are loaded by the vectors command and by nothing else',
  },
]

export function otherDoor(from: string, to: string): boolean {
  return otherDoors.some(door => door.from.test(from) && door.to.test(to))
}

type Part =
  | { readonly kind: 'platform'; readonly name: string }
  | { readonly kind: 'domain'; readonly name: string; readonly tier: number }
  | { readonly kind: 'app' | 'tests' | 'elsewhere' }

/** Why this import breaks the house's rule, or undefined. Paths are inside the project. */
export function brokenImport(from: string, to: string): string | undefined {
  const importer = partOf(from)
  const imported = partOf(to)
  if (from.startsWith('test/')) return undefined
  if (imported.kind === 'tests') return /\.test\.tsx?$/.test(from) ? undefined : 'only tests import test support'
  if (imported.kind === 'elsewhere') return undefined
  if (samePart(importer, imported) || otherDoor(from, to)) return undefined
  if (imported.kind === 'app') return 'app sees all and is seen by nobody'
  if (!/^src\/(platform|domains)\/[^/]+\/index\.tsx?$/.test(to)) return 'only index.ts of another part is imported'
  if (importer.kind === 'platform' && imported.kind === 'domain') return 'the platform knows no domain'
  if (importer.kind === 'domain' && imported.kind === 'domain') {
    if (imported.tier < 0) return `${imported.name} has no tier: add it to the list`
    if (imported.tier === importer.tier) return 'domains of one tier talk by events'
    if (imported.tier > importer.tier) return 'imports go downward only'
  }
  return undefined
}

/** What a source imports from its own project, as paths inside the project. */
export function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"](\.{1,2}\/[^'"]+)['"]/gm)
  return [...found].map(([, target = '']) => path.posix.normalize(path.posix.join(path.posix.dirname(file), target)))
}

function partOf(file: string): Part {
  const [top, second = '', third = ''] = file.split('/')
  if (top === 'test') return { kind: 'tests' }
  if (top !== 'src') return { kind: 'elsewhere' }
  if (second === 'app') return { kind: 'app' }
  if (second === 'platform') return { kind: 'platform', name: third }
  if (second === 'domains') {
    return { kind: 'domain', name: third, tier: tiers.findIndex(tier => tier.includes(third)) }
  }
  return { kind: 'elsewhere' }
}

function samePart(one: Part, two: Part): boolean {
  return one.kind === two.kind && ('name' in one ? 'name' in two && one.name === two.name : true)
}

/** A ring of imports between platform modules, such as `a > b > a`, or undefined. */
export function ring(edges: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const done = new Set<string>()
  const walk = (node: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node].join(' > ')
    if (done.has(node)) return undefined
    for (const next of edges.get(node) ?? []) {
      const found = walk(next, [...trail, node])
      if (found) return found
    }
    done.add(node)
    return undefined
  }
  for (const node of edges.keys()) {
    const found = walk(node, [])
    if (found) return found
  }
  return undefined
}
