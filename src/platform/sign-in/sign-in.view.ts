import type { DemonstrationAccount, SignInRefusal } from '../access/index.ts'
import { roleNames, roles } from '../access/index.ts'
import type { Problem } from '../errors/index.ts'

export type SignInModel = {
  readonly next: string
  readonly ended: boolean
  readonly held: boolean
  /** What the identity provider is called, when there is one. */
  readonly provider: string | null
  readonly localForm: boolean
  readonly demonstration: readonly DemonstrationChoice[]
}

export type DemonstrationChoice = { readonly id: string; readonly name: string; readonly role: string }

/** One line for each demonstration account, in the order in which the roles are listed everywhere. */
export function demonstrationChoices(accounts: readonly DemonstrationAccount[]): readonly DemonstrationChoice[] {
  const place = (account: DemonstrationAccount) => {
    const [first] = account.viewer.roles
    return first ? roles.indexOf(first) : roles.length
  }
  return [...accounts]
    .sort((a, b) => place(a) - place(b) || (a.viewer.name < b.viewer.name ? -1 : 1))
    .map(account => ({
      id: account.id,
      name: account.viewer.name,
      role: account.viewer.roles.map(role => roleNames[role]).join(', '),
    }))
}

/** Why the sign-in was refused, in words. A wrong name and a wrong password read the same. */
export function refusalProblem(because: SignInRefusal, waitSeconds = 0): Problem {
  const code = `sign-in-${because}`
  if (because === 'wait') {
    return {
      field: 'username',
      code,
      text: `There were too many tries. Wait ${waitInWords(waitSeconds)}, then try again.`,
    }
  }
  if (because === 'closed') {
    return { field: 'username', code, text: 'This account is closed. Ask a system administrator to open it again.' }
  }
  if (because === 'dormant') {
    const text = 'This account has not been used for a long time and is asleep. Ask a system administrator to wake it.'
    return { field: 'username', code, text }
  }
  return { field: 'username', code, text: 'The user name or the password is not right. Check both and try again.' }
}

function waitInWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
