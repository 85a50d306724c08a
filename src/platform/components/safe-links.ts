import { options, type VNode } from 'preact'

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel'])

/** The attributes of each element that hold an address. One look-up an element: this runs for all of them. */
const LINKING: Readonly<Record<string, readonly string[] | undefined>> = {
  a: ['href'],
  area: ['href'],
  base: ['href'],
  link: ['href'],
  form: ['action'],
  button: ['formaction'],
  input: ['formaction', 'src'],
  img: ['src'],
  script: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  use: ['href'],
}

/**
 * The address itself, or `#` when it names a scheme a page must never run (`javascript:`, `data:`, ...).
 * Browsers skip control characters and spaces in a scheme, so these are dropped before looking.
 */
export function safeHref(address: string): string {
  const first = address.charCodeAt(0)
  if (first === 47 || first === 35 || first === 63) return address // '/', '#', '?': no scheme possible
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters browsers skip
  const scheme = /^([^/?#:]*):/.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1]
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase()) ? address : '#'
}

/** Checks the addresses of every element a page makes, so that no page can forget to. */
function checkAddresses(vnode: VNode) {
  const linking = typeof vnode.type === 'string' ? LINKING[vnode.type] : undefined
  if (!linking) return
  const props = vnode.props as Record<string, unknown>
  for (const name of linking) {
    const address = props[name]
    if (typeof address === 'string') props[name] = safeHref(address)
  }
}

const before = options.vnode
options.vnode = vnode => {
  checkAddresses(vnode)
  before?.(vnode)
}
