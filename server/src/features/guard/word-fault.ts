// Why a word cannot be kept: it would catch nothing, or everything. What an administrator reads.
import { canSpeak, isSign, readCells } from '@zhengna/answering/guard/cells.ts'
import { createGuard } from '@zhengna/answering/guard/guard.ts'
import { defaultGuardPolicy, readWordForm, type SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'

export const formFault = '每个部分都要有内容，用“…”隔开的部分最多六个。'
const NUMBER = '#'

/** The reason in Chinese; null where there is none. `before`: its form so far; a short spelling that was there may stay. */
export function wordFault(word: SensitiveWord, before = ''): string | null {
  const form = readWordForm(word.word)
  if (form === null) return formFault
  const [only] = form
  const kept = new Set(readWordForm(before)?.flat())
  if (form.length > 1 || only === undefined)
    return (
      form
        .flat()
        .map(emptyFault)
        .find((fault) => fault !== null) ?? null
    )
  const faultOf = (spelling: string): string | null => emptyFault(spelling) ?? (kept.has(spelling) ? null : shortFault(spelling))
  return only.map(faultOf).find((fault) => fault !== null) ?? missedFault(word, only)
}

function emptyFault(spelling: string): string | null {
  return spelling !== NUMBER && readCells(spelling, canSpeak).symbol.length === 0 ? `“${spelling}”只有标点，识别不到。` : null
}

/** A character alone is in too many ordinary words; an emoji alone is said on purpose. */
function shortFault(spelling: string): string | null {
  if (spelling === NUMBER) return '“#”表示五位以上的数字，不能单独作为一个词。'
  const { symbol, count } = readCells(spelling, canSpeak)
  const isShort = symbol.length === 1 && count[0] === 1 && !symbol.some(isSign)
  return isShort ? `“${spelling}”只有一个字，容易误伤，请写得更长。` : null
}

/** Everyday words and exceptions may undo every hit of a spelling. */
function missedFault(word: SensitiveWord, spellings: readonly string[]): string | null {
  const guard = createGuard([{ ...word, direction: 'both', isEnabled: true }], defaultGuardPolicy)
  const missed = spellings.find((spelling) => guard.check(spelling, 'in').hits.length === 0)
  return missed === undefined ? null : `“${missed}”按这种写法识别不到，请去掉，或检查例外。`
}
