export type { Permission, PermissionTable, Relation, Subject } from './permissions.ts'
export { permissionTable } from './permissions.ts'
export type { Role, Viewer } from './viewer.ts'
export { machine, roleNames, roles } from './viewer.ts'
