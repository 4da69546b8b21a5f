import { createHash } from 'node:crypto'

/** Before the first fact of a stream there is nothing: 32 zero bytes. */
export const GENESIS: Buffer = Buffer.alloc(32)

export interface FactRecord {
  readonly stream: string
  readonly seq: number
  readonly root: string
  readonly type: string
  readonly at: string
  /** JSON texts, exactly as stored: the hash is taken over these bytes. */
  readonly actor: string
  readonly body: string
}

/**
 * SHA-256 over the previous hash and the record, each field behind its byte length. Without the lengths two different
 * records could have the same bytes ("ab"+"c" and "a"+"bc").
 */
export function chainHash(previous: Buffer, fact: FactRecord): Buffer {
  const hash = createHash('sha256').update(previous)
  for (const field of [fact.stream, String(fact.seq), fact.root, fact.type, fact.at, fact.actor, fact.body]) {
    const bytes = Buffer.from(field, 'utf8')
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return hash.digest()
}
