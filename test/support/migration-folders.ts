import path from 'node:path'
import type { MigrationFolder } from '../../src/platform/store/index.ts'

const source = path.resolve(import.meta.dirname, '../../src')

export function migrationFolders(): readonly MigrationFolder[] {
  return [
    { domain: 'platform', folder: path.join(source, 'platform/store/migrations') },
    ...['organisation', 'person', 'sentence', 'court'].map(domain => ({
      domain,
      folder: path.join(source, 'domains', domain, 'migrations'),
    })),
  ]
}
