/** Numbers terms 0, 1, 2 … in the order they are first seen. A key is an integer below 2^53. */
export class TermTable {
  private keys: Float64Array = new Float64Array(1 << 12).fill(-1)
  private ids: Int32Array = new Int32Array(1 << 12)
  size = 0

  /** A table as it was packed. */
  static of(keys: Float64Array, ids: Int32Array, size: number): TermTable {
    const table = new TermTable()
    table.keys = keys
    table.ids = ids
    table.size = size
    return table
  }

  get keyArray(): Float64Array {
    return this.keys
  }

  get idArray(): Int32Array {
    return this.ids
  }

  /** The term's number; a new one for a new key. */
  add(key: number): number {
    if (this.size * 2 >= this.keys.length) this.grow()
    const slot = this.slotOf(key)
    if (this.keys[slot] === key) return this.ids[slot]!
    this.keys[slot] = key
    this.ids[slot] = this.size
    return this.size++
  }

  /** The term's number, -1 when no text had it. */
  find(key: number): number {
    const slot = this.slotOf(key)
    return this.keys[slot] === key ? this.ids[slot]! : -1
  }

  /** Where the key is, or the free slot where it belongs: linear probing, at most half full. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1
    const high = (key / 4_294_967_296) | 0
    let slot = (Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> 7) & mask
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { keys, ids } = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.ids = new Int32Array(ids.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue
      const slot = this.slotOf(keys[i]!)
      this.keys[slot] = keys[i]!
      this.ids[slot] = ids[i]!
    }
  }
}
