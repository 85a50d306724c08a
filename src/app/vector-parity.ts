import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import {
  casesIn,
  readVectorFile,
  type VectorCase,
  type VectorFamily,
  VectorFileError,
} from '../platform/vectors/index.ts'
import { vectorFamilies } from './vector-families.ts'

export type FamilyParity = {
  readonly family: string
  readonly agree: number
  readonly of: number
  readonly differ: readonly Omit<VectorCase, 'agrees'>[]
}

/** How far the rules agree with a folder of golden cases. `unreadable` holds one message for each bad file. */
export type Parity = {
  readonly families: readonly FamilyParity[]
  readonly notAnswered: readonly string[]
  readonly unreadable: readonly string[]
  readonly agree: number
  readonly of: number
}

/** Runs every registered family that the folder holds, and finds those that nobody answers. */
export async function parityWith(
  folder: string,
  samples: string,
  registered: readonly VectorFamily[] = vectorFamilies,
): Promise<Parity> {
  const families: FamilyParity[] = []
  const unreadable: string[] = []
  for (const { family, run } of registered) {
    try {
      const cases = await run(folder, samples)
      if (cases.length > 0) families.push(familyParity(family, cases))
    } catch (error) {
      if (!(error instanceof VectorFileError)) throw error
      unreadable.push(error.message)
    }
  }
  const found = await familiesOf(folder, registered)
  const byName = (a: FamilyParity, b: FamilyParity) => (a.family < b.family ? -1 : 1)
  return {
    families: families.sort(byName),
    notAnswered: found.notAnswered,
    unreadable: [...new Set([...unreadable, ...found.unreadable])],
    agree: families.reduce((sum, one) => sum + one.agree, 0),
    of: families.reduce((sum, one) => sum + one.of, 0),
  }
}

function familyParity(family: string, cases: readonly VectorCase[]): FamilyParity {
  const differ = cases.filter(one => !one.agrees).map(({ id, expected, actual }) => ({ id, expected, actual }))
  return { family, agree: cases.length - differ.length, of: cases.length, differ }
}

/** A file is a family when it holds a list of cases, a table of rows, or is the `expected` of its folder; other
 *  files, and everything under `reference`, are data. */
async function familiesOf(
  folder: string,
  registered: readonly VectorFamily[],
): Promise<{ readonly notAnswered: readonly string[]; readonly unreadable: readonly string[] }> {
  const known = new Set(registered.flatMap(({ family, data = [] }) => [family, ...data]))
  const notAnswered = new Set<string>()
  const unreadable: string[] = []
  for (const path of await jsonFilesUnder(folder)) {
    const file = path.replace(/\.jsonl?$/, '')
    const family = basename(file) === 'expected' ? dirname(file) : file
    if (known.has(family) || known.has(file)) continue
    try {
      if (family !== file || holdsCases(await readVectorFile(folder, path))) notAnswered.add(family)
    } catch (error) {
      if (!(error instanceof VectorFileError)) throw error
      unreadable.push(error.message)
    }
  }
  return { notAnswered: [...notAnswered].sort(), unreadable }
}

async function jsonFilesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && /\.jsonl?$/.test(entry.name))
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !path.split('/').includes('reference'))
    .sort()
}

function holdsCases(file: unknown): boolean {
  const rows = (file as { rows?: unknown } | null)?.rows
  const list = casesIn(file) ?? (Array.isArray(rows) ? rows : [])
  return list.some(one => typeof one === 'object' && one !== null)
}
