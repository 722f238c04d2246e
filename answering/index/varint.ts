// Whole numbers as bytes, seven bits each, the low ones first; the eighth bit says that more follow.

/** What a number below 2^31 takes at most. */
const BYTES_MAX = 5

export class ByteWriter {
  private bytes = new Uint8Array(1 << 12)
  length = 0

  /** Below 2^31. */
  write(number: number): void {
    if (this.length + BYTES_MAX > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    let rest = number
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

export class ByteReader {
  private readonly bytes: Uint8Array
  private at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  next(): number {
    let byte = this.bytes[this.at++]!
    let number = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.at++]!
      number |= (byte & 127) << shift
    }
    return number
  }
}
