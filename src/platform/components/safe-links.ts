import { options, type VNode } from 'preact'

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel'])
const LINKING = ['href', 'src', 'action', 'formaction'] as const

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
  if (typeof vnode.type !== 'string') return
  const props = vnode.props as Record<string, unknown>
  for (const name of LINKING) {
    const address = props[name]
    if (typeof address === 'string') props[name] = safeHref(address)
  }
}

const before = options.vnode
options.vnode = vnode => {
  checkAddresses(vnode)
  before?.(vnode)
}
