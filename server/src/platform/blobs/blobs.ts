// Where large contents lie, each once, under the SHA-256 of its bytes. A folder of this machine (disk-blobs.ts); object storage
// can be another implementation.
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
