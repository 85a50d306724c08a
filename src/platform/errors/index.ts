/** Something the user can mend: named by field, answered with a code and data, kept with the answers given. */
export type Problem = { readonly field: string; readonly code: string; readonly text: string }
export type Problems = { readonly ok: false; readonly problems: readonly Problem[] }
export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type Result<Value> = Ok<Value> | Problems

export function ok(): Ok<undefined>
export function ok<Value>(value: Value): Ok<Value>
export function ok<Value>(value?: Value): Ok<Value | undefined> {
  return { ok: true, value }
}

/** `text` is the sentence shown beside the field: what is wrong and what to do. */
export function problems(...found: readonly Problem[]): Problems {
  return { ok: false, problems: found }
}

/** The five refusals. Each has its page; the text is for the person reading and holds no person's data. */
export abstract class Refusal extends Error {
  abstract readonly status: number
  abstract readonly kind: 'not-found' | 'not-allowed' | 'conflict' | 'gone' | 'unavailable'
}

export class NotFound extends Refusal {
  readonly status = 404
  readonly kind = 'not-found'
}

export class NotAllowed extends Refusal {
  readonly status = 403
  readonly kind = 'not-allowed'
  readonly action: string
  readonly people: readonly string[]
  constructor(message: string, action: string, people: readonly string[] = []) {
    super(message)
    this.action = action
    this.people = people
  }
}

/** Someone else saved first: both texts are shown, nothing is lost. */
export class Conflict extends Refusal {
  readonly status = 409
  readonly kind = 'conflict'
  readonly mine: string | null
  readonly theirs: string | null
  constructor(message: string, texts: { readonly mine?: string; readonly theirs?: string } = {}) {
    super(message)
    this.mine = texts.mine ?? null
    this.theirs = texts.theirs ?? null
  }
}

export class Gone extends Refusal {
  readonly status = 410
  readonly kind = 'gone'
}

export class Unavailable extends Refusal {
  readonly status = 503
  readonly kind = 'unavailable'
}
