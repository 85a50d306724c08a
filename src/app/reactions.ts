import type { Reaction } from '../platform/context/index.ts'

/** Where an event announced above runs a command below, in the same transaction. One line each. */
export const reactions: ReadonlyMap<string, readonly Reaction[]> = new Map()
