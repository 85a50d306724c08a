import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

/** Merkle tree hash of a list (RFC 9162 section 2.1.1): leaves and nodes carry different prefixes, so that neither
 *  can be passed off as the other. The root of an empty list is the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return sha256(leafPrefix, leaves[0]!)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(nodePrefix, merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}
