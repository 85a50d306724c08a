import type { Role, Viewer } from './viewer.ts'
import { roles } from './viewer.ts'

/** The columns of `platform.account` that make a viewer, in a query where the table is called `a`. */
export const viewerColumns = `a.id, a.username, a.display_name, a.kind, a.roles, a.scopes,
  a.provider_code, a.region_code, a.team_code, a.court_codes`

export type ViewerRow = {
  readonly id: string
  readonly username: string
  readonly display_name: string
  readonly kind: string
  readonly roles: readonly string[]
  readonly scopes: readonly string[]
  readonly provider_code: string | null
  readonly region_code: string | null
  readonly team_code: string | null
  readonly court_codes: readonly string[]
}

export function viewerOf(row: ViewerRow): Viewer {
  return {
    id: row.id,
    username: row.username,
    name: row.display_name,
    kind: row.kind === 'machine' ? 'machine' : 'person',
    roles: row.roles.filter(isRole),
    scopes: row.scopes,
    providerCode: row.provider_code,
    regionCode: row.region_code,
    teamCode: row.team_code,
    courtCodes: row.court_codes,
  }
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}
