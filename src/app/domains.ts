import path from 'node:path'
import { permissions as advicePermissions } from '../domains/advice/index.ts'
import { permissions as assessmentPermissions } from '../domains/assessment/index.ts'
import { permissions as courtPermissions } from '../domains/court/index.ts'
import { permissions as organisationPermissions } from '../domains/organisation/index.ts'
import { permissions as personPermissions } from '../domains/person/index.ts'
import { permissions as sentencePermissions } from '../domains/sentence/index.ts'
import { permissionTable } from '../platform/access/index.ts'
import { platformPermissions } from '../platform/oversight/index.ts'
import { projectRoot } from '../platform/reference/index.ts'
import type { MigrationFolder } from '../platform/store/index.ts'
import { appPermissions } from './permissions.ts'

/** Each domain's place among the migrations. Places are never changed; they leave room for the domains between. */
const places = {
  platform: '00',
  organisation: '10',
  person: '12',
  sentence: '20',
  court: '30',
  assessment: '32',
  advice: '50',
} as const

export function migrationFolders(root = projectRoot()): readonly MigrationFolder[] {
  return Object.entries(places).map(([domain, place]) => ({
    place,
    domain,
    folder: path.join(
      root,
      domain === 'platform' ? 'src/platform/store/migrations' : `src/domains/${domain}/migrations`,
    ),
  }))
}

/** Every domain's rows of the one permission table. */
export const permissions = permissionTable(
  appPermissions,
  platformPermissions,
  organisationPermissions,
  personPermissions,
  sentencePermissions,
  courtPermissions,
  assessmentPermissions,
  advicePermissions,
)
