import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import { merkleRoot } from './merkle.ts'

/** The head of one stream at one moment. `hash` in hexadecimal. */
export type Head = { readonly stream: number; readonly n: number; readonly hash: string }

export type Anchor = {
  readonly n: number
  readonly at: string
  /** sha256 of the anchor before, in hexadecimal; '' for the first. */
  readonly previous: string
  readonly heads: readonly Head[]
  /** Merkle root over the heads, in hexadecimal. */
  readonly root: string
}

/** An anchor as it is stored and published: the text the signature covers, and the signature in base64url. */
export type SignedAnchor = { readonly body: string; readonly signature: string }

const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key anchors are signed with, from the deployment's secret; the database never sees it. */
export function anchorKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'throughline audit anchor', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' })
}

export function signAnchor(anchor: Omit<Anchor, 'root'>, key: KeyObject): SignedAnchor {
  const whole: Anchor = { ...anchor, root: rootOf(anchor.heads) }
  const body = JSON.stringify({
    n: whole.n,
    at: whole.at,
    previous: whole.previous,
    root: whole.root,
    heads: whole.heads.map(head => [head.stream, head.n, head.hash]),
  })
  return { body, signature: sign(null, Buffer.from(body), key).toString('base64url') }
}

/** Reads a signed anchor; null when the signature, the root or the form is not right. */
export function openAnchor(signed: SignedAnchor, key: KeyObject): Anchor | null {
  try {
    const publicKey = key.type === 'private' ? createPublicKey(key) : key
    if (!verify(null, Buffer.from(signed.body), publicKey, Buffer.from(signed.signature, 'base64url'))) return null
    const { n, at, previous, root, heads } = JSON.parse(signed.body) as Omit<Anchor, 'heads'> & {
      heads: [number, number, string][]
    }
    const listed = heads.map(([stream, count, hash]) => ({ stream, n: count, hash }))
    return rootOf(listed) === root ? { n, at, previous, root, heads: listed } : null
  } catch {
    return null
  }
}

/** What the next anchor carries as `previous`. */
export function anchorHash(signed: SignedAnchor): string {
  return createHash('sha256').update(signed.body).update('.').update(signed.signature).digest('hex')
}

function rootOf(heads: readonly Head[]): string {
  return merkleRoot(heads.map(head => Buffer.from(`${head.stream}:${head.n}:${head.hash}`))).toString('hex')
}
