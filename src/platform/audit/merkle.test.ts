import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { merkleRoot } from './merkle.ts'

const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leaf = (text: string) => hash(Buffer.of(0), Buffer.from(text))
const node = (left: Buffer, right: Buffer) => hash(Buffer.of(1), left, right)
const root = (...texts: string[]) => merkleRoot(texts.map(text => Buffer.from(text))).toString('hex')

describe('the Merkle root of RFC 9162', () => {
  test('of nothing is the hash of nothing', () => {
    expect(root()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('of the one empty leaf is the value published for certificate transparency', () => {
    expect(root('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })

  test('splits at the largest power of two below the number of leaves', () => {
    const expected = node(node(node(leaf('a'), leaf('b')), node(leaf('c'), leaf('d'))), leaf('e'))
    expect(root('a', 'b', 'c', 'd', 'e')).toBe(expected.toString('hex'))
  })

  test('a node cannot be passed off as a leaf', () => {
    const pair = Buffer.concat([leaf('a'), leaf('b')])
    expect(merkleRoot([pair]).toString('hex')).not.toBe(root('a', 'b'))
  })
})
