export type { DemonstrationAccount, NewAccount, SignInAnswer, SignInRefusal } from './accounts.ts'
export {
  accountNamed,
  accountOfProvider,
  addAccount,
  closeAccount,
  demonstrationAccounts,
  usernameKey,
  verifyPassword,
  wakeAccount,
} from './accounts.ts'
export type { FormAnswers, HeldForm } from './held-forms.ts'
export { dropHeldForm, heldForms, holdForm, sweepHeldForms } from './held-forms.ts'
export type { MachineClient } from './machine-clients.ts'
export { addClientSecret, endClientSecrets, machineClients, readBearer } from './machine-clients.ts'
export type { IdentityProvider, PendingSignIn, ProviderAnswer, ProviderClaims, ProviderSettings } from './oidc.ts'
export { identityProvider } from './oidc.ts'
export type { Permission, PermissionTable, Relation, Subject } from './permissions.ts'
export { permissionTable } from './permissions.ts'
export { seal, unseal } from './sealed.ts'
export { hashOf, newSecret, sameText } from './secret.ts'
export type { Session, SessionLimits } from './sessions.ts'
export { endSession, endSessionsOf, formerSession, readSession, startSession, sweepSessions } from './sessions.ts'
export { secondsToWait, sweepFailures } from './sign-in-failures.ts'
export type { AccountChange, StaffAccount } from './staff-accounts.ts'
export { changeAccount, staffAccount, staffAccounts } from './staff-accounts.ts'
export type { Role, Viewer } from './viewer.ts'
export { machine, roleNames, roles } from './viewer.ts'
