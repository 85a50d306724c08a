import { z } from 'zod'
import { isId } from '../../../platform/store/index.ts'

/** A hidden field holding an id. A page of ours always sends one: another text means the form was tampered with. */
export const idField = z
  .string({ error: 'Open the page again: what to change was not sent.' })
  .refine(isId, { error: 'Open the page again: what to change was not understood.' })

export const versionField = z.coerce.number({ error: 'Open the page again: its version was not sent.' }).int().min(0)

/** A text that may be empty; the command says where it must not be. */
export const textField = z.string().default('')

/** Boxes of one name: nothing, one or several. */
export const manyField = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
