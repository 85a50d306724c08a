import type { ReadOutcome, Unreadable } from '../model.ts'

/** Raised inside a reader to give up on a message; `reading` turns it into the answer. Never leaves this folder. */
export class Refusal extends Error {
  readonly unreadable: Unreadable
  constructor(field: string, problem: string, fix: string) {
    super(`${field} ${problem}`)
    this.name = 'Refusal'
    this.unreadable = { kind: 'unreadable', field, problem, fix }
  }
}

/** Runs a reader: its answer, or the refusal it raised. Any other throw is a defect and goes on up. */
export function reading(read: () => ReadOutcome): ReadOutcome {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return error.unreadable
    throw error
  }
}

/** Bounds on one body, so that a hostile or broken sender cannot tie the service up. Ours: the largest real list
 *  seen in public material is well under a megabyte. */
export const limits = { characters: 32 * 1024 * 1024, depth: 64, xmlElements: 1_000_000 } as const

/** Refuses a body too large to read. */
export function checkSize(text: string): void {
  if (text.length > limits.characters) {
    throw new Refusal('body', `is larger than ${limits.characters} characters`, 'Send the message in smaller parts')
  }
}
