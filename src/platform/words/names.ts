/** A name in parts; either may be missing on a court list. */
export type PersonName = {
  readonly forenames?: string | null | undefined
  readonly surname?: string | null | undefined
}

/** 'Smyth, Alan Peter': how lists show people, so that they sort as they read. */
export function surnameFirst(name: PersonName): string {
  return [name.surname, name.forenames].map(tidy).filter(Boolean).join(', ') || NOT_KNOWN
}

/** 'Alan Peter Smyth': how a person's own page and letters say it. */
export function forenameFirst(name: PersonName): string {
  return [name.forenames, name.surname].map(tidy).filter(Boolean).join(' ') || NOT_KNOWN
}

const NOT_KNOWN = 'Name not known'

function tidy(part: string | null | undefined): string {
  return (part ?? '').trim().replace(/\s+/g, ' ')
}
