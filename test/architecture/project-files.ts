import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** Files under version control and new ones not yet added, as paths inside the project with forward slashes. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\n')
  .filter(file => file && file !== 'node_modules')

export const sources = projectFiles.filter(file => /^src\/.*\.tsx?$/.test(file))
/** Tests, and what only tests use: files named test-people.ts and the like. */
export const isTest = (file: string) => /\.test\.tsx?$|\/test-[a-z-]+\.tsx?$/.test(file)

export function read(file: string): string {
  try {
    return readFileSync(path.join(root, file), 'utf8')
  } catch (error) {
    // Deleted but not yet committed.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** `file:line: text` for every line that the pattern matches. */
export function linesMatching(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap(file =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  )
}
