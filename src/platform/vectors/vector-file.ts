import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A vector file that cannot be read; the message names the file and what to put right. */
export class VectorFileError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'VectorFileError'
  }
}

/** Reads `folder/path` with .json or .jsonl added when `path` has no ending; undefined when there is no such file.
 *  JSON Lines come back as an array. Throws VectorFileError, naming the file and the line, for anything unreadable. */
export async function readVectorFile(folder: string, path: string): Promise<unknown> {
  const found = [path, `${path}.json`, `${path}.jsonl`].find(
    candidate => /\.jsonl?$/.test(candidate) && existsSync(join(folder, candidate)),
  )
  if (found === undefined) return undefined
  const text = await readFile(join(folder, found), 'utf8').catch((error: unknown) => {
    throw new VectorFileError(`${found}: cannot be read (${messageOf(error)})`)
  })
  return found.endsWith('.jsonl') ? jsonLines(found, text) : json(found, text)
}

/** The list of cases of a parsed file: the file itself when it is an array, or its `vectors` or `cases`; else undefined. */
export function casesIn(parsed: unknown): readonly unknown[] | undefined {
  if (Array.isArray(parsed)) return parsed
  if (typeof parsed !== 'object' || parsed === null) return undefined
  const { vectors, cases } = parsed as { vectors?: unknown; cases?: unknown }
  if (Array.isArray(vectors)) return vectors
  return Array.isArray(cases) ? cases : undefined
}

function json(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new VectorFileError(`${path}: is not valid JSON (${messageOf(error)})`)
  }
}

function jsonLines(path: string, text: string): readonly unknown[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    return [json(`${path} line ${index + 1}`, line)]
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
