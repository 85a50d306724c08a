/** Where to go after signing in: an address on this site, else the first page. Anything that a browser could read as
 *  another site (`//host`, `/\host`, a scheme) or that no address holds (spaces, control characters) is left out. */
export function safeNext(asked: string): string {
  if (!/^\/[!-.0-[\]-~][!-[\]-~]*$/.test(asked)) return '/'
  return /^\/(sign-in|sign-out|signed-out)([/?]|$)/.test(asked) ? '/' : asked
}
