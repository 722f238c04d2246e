// Where large contents lie, each once, under the SHA-256 of its bytes: in a folder of this machine (disk-blobs.ts), or in object
// storage that several server processes share (s3-blobs.ts).
import type { Readable } from 'node:stream'

/** Lower-case hexadecimal, 64 letters. */
export type Sha256 = string

/** The first and the last byte that are wanted, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface Blobs {
  has(sha256: Sha256): Promise<boolean>
  /** Keeps a copy of the file under its hash; one that is there already is left as it is. */
  put(sha256: Sha256, file: string): Promise<void>
  /** The whole, or a range of it. Errors: the stream's, where there is none. */
  read(sha256: Sha256, range?: ByteRange): Readable
  /** One that is not there is removed already. */
  remove(sha256: Sha256): Promise<void>
}

/** The same hash, where it is one. Throws: anything else would name a file, or an object, that is no content. */
export function checkHash(sha256: Sha256): Sha256 {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A blob is named by the hash of its content.')
  return sha256
}
