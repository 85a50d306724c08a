import path from 'node:path'
import { permissions as courtPermissions } from '../domains/court/index.ts'
import { permissions as personPermissions } from '../domains/person/index.ts'
import { permissions as sentencePermissions } from '../domains/sentence/index.ts'
import { permissionTable } from '../platform/access/index.ts'
import { platformPermissions } from '../platform/oversight/index.ts'
import { projectRoot } from '../platform/reference/index.ts'
import type { MigrationFolder } from '../platform/store/index.ts'
import { appPermissions } from './permissions.ts'

/** Domains in the order they stand, lowest first: the order of their migrations. */
const domains = ['organisation', 'person', 'sentence', 'court'] as const

export function migrationFolders(root = projectRoot()): readonly MigrationFolder[] {
  return [
    { domain: 'platform', folder: path.join(root, 'src/platform/store/migrations') },
    ...domains.map(domain => ({ domain, folder: path.join(root, 'src/domains', domain, 'migrations') })),
  ]
}

/** Every domain's rows of the one permission table. */
export const permissions = permissionTable(
  appPermissions,
  platformPermissions,
  personPermissions,
  sentencePermissions,
  courtPermissions,
)
