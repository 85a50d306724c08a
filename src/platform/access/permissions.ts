import type { Role, Viewer } from './viewer.ts'

/** How the viewer must stand to the thing: `any` of it, only their own region's or team's, or only their own piece of work. */
export type Relation = 'any' | 'own-region' | 'own-team' | 'own'

/** What a permission is asked about. What is left out cannot satisfy a relation that needs it. */
export type Subject = {
  readonly regionCode?: string | null
  readonly teamCode?: string | null
  /** The account whose piece of work it is. */
  readonly owner?: string | null
  readonly people?: readonly string[]
}

/** One row of the permission table: who may do the action, and how they must stand to its subject.
 *  `about` finishes the sentence "You may ...". `scope` opens it to machine clients holding that scope. */
export type Permission = {
  readonly action: string
  readonly about: string
  readonly roles: Readonly<Partial<Record<Role, Relation>>>
  readonly scope?: string
}

export type PermissionTable = {
  readonly rows: readonly Permission[]
  row(action: string): Permission
  allows(viewer: Viewer, action: string, subject?: Subject): boolean
}

/** One table for checks, for the documentation page and for the generated test. Throws when two rows share an action. */
export function permissionTable(...groups: readonly (readonly Permission[])[]): PermissionTable {
  const byAction = new Map<string, Permission>()
  for (const permission of groups.flat()) {
    if (byAction.has(permission.action)) throw new Error(`Two permissions are named ${permission.action}`)
    byAction.set(permission.action, permission)
  }
  const row = (action: string) => {
    const found = byAction.get(action)
    if (!found) throw new Error(`No permission is named ${action}`)
    return found
  }
  return {
    rows: [...byAction.values()],
    row,
    allows(viewer, action, subject) {
      const permission = row(action)
      if (viewer.kind === 'machine') return permission.scope !== undefined && viewer.scopes.includes(permission.scope)
      return viewer.roles.some(role => stands(permission.roles[role], viewer, subject))
    },
  }
}

function stands(relation: Relation | undefined, viewer: Viewer, subject: Subject | undefined): boolean {
  if (relation === undefined) return false
  // Asked without a subject: may this role ever do it? The command asks again with one.
  if (relation === 'any' || subject === undefined) return true
  if (relation === 'own') return subject.owner === viewer.id
  if (relation === 'own-team') return viewer.teamCode !== null && subject.teamCode === viewer.teamCode
  return viewer.regionCode !== null && subject.regionCode === viewer.regionCode
}
