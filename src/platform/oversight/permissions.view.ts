import type { Permission, Relation, Role } from '../access/index.ts'
import { roleNames, roles } from '../access/index.ts'

export type PermissionsModel = {
  readonly role: Role | null
  readonly roles: readonly { readonly value: Role; readonly text: string }[]
  readonly groups: readonly PermissionGroup[]
  readonly count: number
}

export type PermissionGroup = { readonly name: string; readonly rows: readonly PermissionRow[] }

export type PermissionRow = {
  readonly action: string
  readonly about: string
  /** Each kind of relation with the roles that have it, in the order of the role list. */
  readonly who: readonly { readonly relation: string; readonly roles: readonly string[] }[]
  readonly scope: string | null
}

const relationWords: Readonly<Record<Relation, string>> = {
  any: 'Anywhere',
  'own-region': 'In their own region',
  'own-team': 'In their own team',
  own: 'For their own work',
}

/** The permission table as a page: grouped by the part of the service, for everyone or for one role. */
export function permissionsView(table: readonly Permission[], asked: string): PermissionsModel {
  const role = roles.find(one => one === asked) ?? null
  const shown = table.filter(row => role === null || row.roles[role] !== undefined)
  const names = [...new Set(shown.map(groupOf))].sort()
  return {
    role,
    roles: roles.map(one => ({ value: one, text: roleNames[one] })),
    count: shown.length,
    groups: names.map(name => ({
      name: name.charAt(0).toUpperCase() + name.slice(1),
      rows: shown.filter(row => groupOf(row) === name).map(row => rowView(row, role)),
    })),
  }
}

function groupOf(row: Permission): string {
  return row.action.split('.')[0] ?? row.action
}

function rowView(row: Permission, only: Role | null): PermissionRow {
  const held = roles.filter(role => row.roles[role] !== undefined && (only === null || role === only))
  const relations = (Object.keys(relationWords) as Relation[]).filter(relation =>
    held.some(role => row.roles[role] === relation),
  )
  return {
    action: row.action,
    about: row.about.charAt(0).toUpperCase() + row.about.slice(1),
    who: relations.map(relation => ({
      relation: relationWords[relation],
      roles: held.filter(role => row.roles[role] === relation).map(role => roleNames[role]),
    })),
    scope: row.scope ?? null,
  }
}
