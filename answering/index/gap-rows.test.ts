import { expect, it } from 'vitest'
import { CarryingRows, GapRows } from './gap-rows.ts'
import { RowBuilder, type Rows } from './rows.ts'
import { fromUtf8, utf8Of } from './units.ts'

/** Neighbours, gaps of one byte and of several, the greatest number, and rows of none. */
const lists = [[], [0], [0, 1, 2, 127, 128], [300, 70_000, 2 ** 31 - 1], [], Array.from({ length: 1_000 }, (_, i) => i * 129)]
const rowsOf = (numbers: readonly (readonly number[])[]): Rows => {
  const builder = new RowBuilder()
  for (const row of numbers) builder.push(row)
  return builder.finish()
}
const scratch = new Uint32Array(1_000)

it('rows come out as they went in', () => {
  const rows = GapRows.of(rowsOf(lists))
  for (const [row, list] of lists.entries()) {
    expect(rows.countAt(row)).toBe(list.length)
    expect([...scratch.subarray(0, rows.read(row, scratch))]).toEqual(list)
  }
})

it('what they carry comes out beside them', () => {
  const carried = Uint32Array.from(lists.flat(), (value) => value % 1_000)
  const rows = CarryingRows.of(rowsOf(lists), carried)
  const beside = new Uint32Array(1_000)
  for (const [row, list] of lists.entries()) {
    const count = rows.read(row, scratch, beside)
    expect([...scratch.subarray(0, count)]).toEqual(list)
    expect([...beside.subarray(0, count)]).toEqual(list.map((value) => value % 1_000))
  }
})

it('of what is wanted, what a row lacks is 0', () => {
  const rows = CarryingRows.of(rowsOf([[3, 200, 5_000]]), Uint32Array.of(7, 8, 900))
  const found = new Uint32Array(5).fill(1)
  rows.carriedFor(0, Uint32Array.of(0, 3, 201, 5_000, 6_000), found)
  expect([...found]).toEqual([0, 7, 0, 900, 0])
})

it.each(['', 'abc', '契税', 'é', '😀契𠮷a', '\u{10ffff}\u07ff\u0800'])('%j is the same text after UTF-8', (text) => {
  expect(fromUtf8(utf8Of(text))).toBe(text)
  expect(utf8Of(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
})

it('half a surrogate pair becomes the sign for what is no character', () => {
  expect(fromUtf8(utf8Of('a\ud83d'))).toBe('a\ufffd')
})
