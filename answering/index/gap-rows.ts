// Rows of ascending numbers as bytes: how many they are, then each as its difference from the one before, and beside it a small
// number where the rows carry one. A third of what whole numbers take, and read where they lie: an index opens undecoded.
import { ByteReader, ByteWriter } from './varint.ts'
import type { Rows } from './rows.ts'

abstract class PackedRows {
  readonly bytes: Uint8Array
  /** Row i begins at `starts[i]`. */
  readonly starts: Uint32Array

  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.bytes = bytes
    this.starts = starts
  }

  /** How many numbers the row has. */
  countAt(row: number): number {
    return this.readerAt(row).next()
  }

  protected readerAt(row: number): ByteReader {
    return new ByteReader(this.bytes, this.starts[row]!)
  }
}

export class GapRows extends PackedRows {
  static of(rows: Rows): GapRows {
    return new GapRows(...pack(rows, null))
  }

  /** Fills `values`, which must be long enough (`countAt`); returns how many. */
  read(row: number, values: Uint32Array): number {
    const reader = this.readerAt(row)
    const count = reader.next()
    let value = 0
    for (let i = 0; i < count; i++) values[i] = value += reader.next()
    return count
  }
}

/** The same with a whole number beside each. */
export class CarryingRows extends PackedRows {
  /** `carried`: in the places of the rows' values. */
  static of(rows: Rows, carried: Uint32Array): CarryingRows {
    return new CarryingRows(...pack(rows, carried))
  }

  /** Fills both, which must be long enough (`countAt`); returns how many. */
  read(row: number, values: Uint32Array, carried: Uint32Array): number {
    const reader = this.readerAt(row)
    const count = reader.next()
    let value = 0
    for (let i = 0; i < count; i++) {
      values[i] = value += reader.next()
      carried[i] = reader.next()
    }
    return count
  }

  /** Fills `found` with what stands beside each of `wanted` (ascending), 0 where the row lacks it. */
  carriedFor(row: number, wanted: Uint32Array, found: Uint32Array): void {
    found.fill(0)
    const reader = this.readerAt(row)
    const count = reader.next()
    let value = 0
    let next = 0
    for (let i = 0; i < count; i++) {
      value += reader.next()
      const beside = reader.next()
      while (next < wanted.length && wanted[next]! < value) next++
      if (next === wanted.length) break
      if (wanted[next] === value) found[next] = beside
    }
  }
}

function pack(rows: Rows, carried: Uint32Array | null): [Uint8Array, Uint32Array] {
  const writer = new ByteWriter()
  const starts = new Uint32Array(rows.starts.length - 1)
  for (let row = 0; row < starts.length; row++) {
    const [start, end] = [rows.starts[row]!, rows.starts[row + 1]!]
    starts[row] = writer.length
    writer.write(end - start)
    for (let i = start; i < end; i++) {
      writer.write(rows.values[i]! - (i > start ? rows.values[i - 1]! : 0))
      if (carried) writer.write(carried[i]!)
    }
  }
  return [writer.finish(), starts]
}
