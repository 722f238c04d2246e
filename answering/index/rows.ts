/** Rows of numbers of different lengths, end to end in one array: row i is `values[starts[i]] … values[starts[i + 1] - 1]`. */
export type Rows = { readonly starts: Uint32Array; readonly values: Uint32Array }

/** Collects rows one after the other. */
export class RowBuilder {
  private readonly starts: number[] = [0]
  private values = new Uint32Array(1 << 12)
  private length = 0

  push(row: ArrayLike<number>, count = row.length): void {
    while (this.length + count > this.values.length) {
      const larger = new Uint32Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    for (let i = 0; i < count; i++) this.values[this.length + i] = row[i]!
    this.length += count
    this.starts.push(this.length)
  }

  finish(): Rows {
    return { starts: Uint32Array.from(this.starts), values: this.values.slice(0, this.length) }
  }
}

/** The other way round: row v of the result holds the rows that contain v, in ascending order. Values are below `valueCount`. */
export function invert(rows: Rows, valueCount: number): Rows {
  const starts = new Uint32Array(valueCount + 1)
  for (const value of rows.values) starts[value + 1]!++
  for (let i = 0; i < valueCount; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice()
  const values = new Uint32Array(rows.values.length)
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) values[next[rows.values[i]!]!++] = row
  }
  return { starts, values }
}

/** Fills `places` with where in `rows.values` row `row`, sorted ascending, has each of `wanted` (ascending); -1 for nowhere. */
export function placesInRow({ starts, values }: Rows, row: number, wanted: Uint32Array, places: Int32Array): void {
  const end = starts[row + 1]!
  let low = starts[row]!
  for (let i = 0; i < wanted.length; i++) {
    const value = wanted[i]!
    let high = end
    while (low < high) {
      const middle = (low + high) >>> 1
      if (values[middle]! < value) low = middle + 1
      else high = middle
    }
    places[i] = low < end && values[low] === value ? low : -1
  }
}
