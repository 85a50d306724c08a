import type { FastifyInstance } from 'fastify'
import { addHeldForms } from './held-forms.tsx'
import { addLocalSignIn } from './local-sign-in.tsx'
import { addProviderSignIn } from './provider-sign-in.tsx'
import type { SignInOptions } from './sign-in-session.ts'
import { addSignOut } from './sign-out.tsx'

export type { SignInOptions } from './sign-in-session.ts'

/** Everything before and after a session: signing in by password, demonstration account or identity provider, signing
 *  out, and forms that came too late. */
export function addSignIn(app: FastifyInstance, options: SignInOptions): void {
  addLocalSignIn(app, options)
  if (options.provider) addProviderSignIn(app, options, options.provider)
  addSignOut(app, options)
  addHeldForms(app, options)
}
