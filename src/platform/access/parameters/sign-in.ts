import { dated } from '../../rules/index.ts'

/** How guessing a password is slowed down. After `free` failures inside `windowMinutes` each further try must wait
 *  `firstWaitSeconds`, doubled with every failure, at most `longestWaitSeconds`. */
export const guessing = dated('access.guessing', [
  {
    from: '2020-01-01',
    value: {
      windowMinutes: 60,
      firstWaitSeconds: 5,
      longestWaitSeconds: 900,
      free: { account: 5, address: 50 },
    },
    source: {
      kind: 'assumption',
      cite: 'NIST SP 800-63B section 5.2.2 (rate limiting: at most 100 failures in a row) and OWASP ASVS 5.0 6.3.1',
      note: 'The sources ask for a limit and name a ceiling; the steps are ours. A court shares one address, so it has more.',
    },
  },
])

/** Days without a sign-in after which an account sleeps until an administrator opens it again. */
export const dormantAccount = dated('access.dormant-account', [
  {
    from: '2020-01-01',
    value: { days: 90 },
    source: { kind: 'assumption', cite: 'No public figure was found; the deployer sets the period.' },
  },
])

/** Fewest characters of a password. No rule on kinds of characters: length is what counts. */
export const passwordLength = dated('access.password-length', [
  {
    from: '2020-01-01',
    value: { least: 12, most: 128 },
    source: {
      kind: 'guidance',
      cite: 'OWASP ASVS 5.0 6.2.1 (at least 8, 15 recommended) and 6.2.9 (at least 64 permitted)',
      note: 'Twelve is our choice between the two.',
    },
  },
])
