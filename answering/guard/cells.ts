// A text as a row of cells: one symbol each, with its place in the text. Spaces, punctuation and what nobody sees have no cell;
// a character written several times in a row (傻傻傻) is one cell that counts.
import { fold, NOISE, NOTHING } from './fold.ts'

export interface Cells {
  readonly length: number
  readonly symbol: readonly number[]
  /** How often the symbol stands there. */
  readonly count: readonly number[]
  /** UTF-16 offsets; marks and joiners that follow the character belong to it. */
  readonly start: readonly number[]
  readonly end: readonly number[]
}

/** Farther apart, two equal characters are no stammer. In UTF-16 units. */
const STAMMER_GAP_MAX = 4

export const isDigit = (symbol: number): boolean => symbol >= 0x30 && symbol <= 0x39
export const isLetter = (symbol: number): boolean => symbol >= 0x61 && symbol <= 0x7a
export const isLatin = (symbol: number): boolean => isLetter(symbol) || isDigit(symbol)

/** An emoji or a sign that has a cell since it can stand for a character; it may as well be skipped. */
export const isSign = (symbol: number): boolean => fold(symbol) === NOISE

const SPEAKABLE = /^[\p{S}@]$/u
/** Emoji and signs may be words or stand for something; spaces and punctuation in a word are only how it was typed. */
export const canSpeak = (codePoint: number): boolean => SPEAKABLE.test(String.fromCodePoint(codePoint))

/** `speaks` says of an emoji or a sign that it can stand for a character, so that it gets a cell. */
export function readCells(text: string, speaks: (codePoint: number) => boolean): Cells {
  const row = new Row()
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at)!
    const next = at + (codePoint > 0xffff ? 2 : 1)
    const folded = fold(codePoint)
    if (typeof folded !== 'number') for (const symbol of folded) row.push(symbol, at, next)
    else if (folded === NOTHING) row.extend(at, next)
    else if (folded !== NOISE) row.push(folded, at, next)
    else if (speaks(codePoint)) row.push(codePoint, at, next)
    at = next
  }
  return row
}

class Row implements Cells {
  readonly symbol: number[] = []
  readonly count: number[] = []
  readonly start: number[] = []
  readonly end: number[] = []

  get length(): number {
    return this.symbol.length
  }

  push(symbol: number, start: number, end: number): void {
    const last = this.length - 1
    if (last >= 0 && this.symbol[last] === symbol && !isDigit(symbol) && start - this.end[last]! <= STAMMER_GAP_MAX) {
      if (!isLetter(symbol) || this.count[last]! > 1) return this.repeat(last, end)
      if (this.isSecondOfTwo(last, start)) {
        this.drop()
        this.repeat(last - 1, end)
        return this.repeat(last - 1, end)
      }
    }
    this.symbol.push(symbol)
    this.count.push(1)
    this.start.push(start)
    this.end.push(end)
  }

  /** What nobody sees belongs to the character before it. */
  extend(start: number, end: number): void {
    const last = this.length - 1
    if (last >= 0 && this.end[last] === start) this.end[last] = end
  }

  /** Two equal letters are spelling (class); with a third at `next` they are a stammer (sbbb). */
  private isSecondOfTwo(cell: number, next: number): boolean {
    return cell >= 1 && this.symbol[cell - 1] === this.symbol[cell] && this.end[cell - 1] === this.start[cell] && this.end[cell] === next
  }

  private repeat(cell: number, end: number): void {
    this.count[cell]! += 1
    this.end[cell] = end
  }

  private drop(): void {
    this.symbol.pop()
    this.count.pop()
    this.start.pop()
    this.end.pop()
  }
}
