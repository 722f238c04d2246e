// One symbol for all ways to write a character: full and half width, capitals, accents, traditional forms, letters of other scripts.
import { Converter } from 'opencc-js/t2cn'
import { letterLookAlikes, letterOfEmoji } from './tables/letters.ts'

/** What a code point becomes: symbols (code points), `NOISE` that may stand between characters, or `NOTHING`, which is not even seen. */
export const NOISE = -1
export const NOTHING = -2

const toSimplified = Converter({ from: 'tw', to: 'cn' })

/** Joiners, marks, variation selectors, skin tones, lone surrogates, and letters that show nothing (fillers, the blank of Braille). */
const UNSEEN = /^[\p{Cf}\p{M}\p{Cs}\u{1f3fb}-\u{1f3ff}\u115f\u1160\u3164\uffa0\u2800]$/u
const CONTROL = /^(?![\t\n\r])\p{Cc}$/u
/** Letters and digits, without the letters that only modify others (ˇ, ー). */
const WORD = /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]$/u

/** Asked once for each code point: the answers are kept, one number where one symbol is the answer, else a list. */
const folded = new Map<number, number | readonly number[]>()
/** The same for the basic plane, where nearly all text is; 0 where it was not asked yet or is a list. U+0000 is `NOTHING`, so 0 is free. */
const foldedBasic = new Int32Array(0x1_0000)

/** `NOISE`, `NOTHING`, a symbol, or several symbols (㎝ is c and m). */
export function fold(codePoint: number): number | readonly number[] {
  const known = codePoint < 0x1_0000 ? foldedBasic[codePoint]! : 0
  if (known !== 0) return known
  let result = folded.get(codePoint)
  if (result === undefined) {
    result = foldNew(codePoint)
    if (codePoint < 0x1_0000 && typeof result === 'number') foldedBasic[codePoint] = result
    else folded.set(codePoint, result)
  }
  return result
}

function foldNew(codePoint: number): number | readonly number[] {
  const written = String.fromCodePoint(codePoint)
  if (UNSEEN.test(written) || CONTROL.test(written)) return NOTHING
  const letter = letterOfEmoji(codePoint)
  if (letter !== 0) return letter
  const plain = written.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  const symbols = Array.from(plain, (character) => foldCharacter(character)).filter((symbol) => symbol !== NOISE)
  if (symbols.length === 0) return NOISE
  return symbols.length === 1 ? symbols[0]! : symbols
}

function foldCharacter(character: string): number {
  const codePoint = character.codePointAt(0)!
  const letter = letterLookAlikes.get(codePoint)
  if (letter !== undefined) return letter
  return WORD.test(character) ? toSimplified(character).codePointAt(0)! : NOISE
}
