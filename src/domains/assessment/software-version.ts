import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/reference/index.ts'

let read: string | undefined

/** The version of this program, as it is kept with what it signed. */
export function softwareVersion(): string {
  read ??= (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version
  return read
}
