// 批量导入: one word a line, all of one category. Good lines are taken, bad ones told with the reason.
import type { GuardWordContent, ImportFault, WordImport } from '@zhengna/contract/domain/guard-desk.ts'
import {
  SensitiveWord,
  sensitiveCategoryLabels,
  type SensitiveCategory,
  type SensitiveDirection,
} from '@zhengna/contract/domain/sensitive-word.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { recordAudit } from '../audit/index.ts'
import { changeGuard, type Admin, type GuardParts } from './guard-parts.ts'
import { tidyForm } from './tidy-word.ts'
import { touchedQuestions } from './touched-questions.ts'
import { formFault, wordFault } from './word-fault.ts'
import { columnsOf, insertWords, selectWords } from './words.store.ts'
import { newWordId, requireRoom } from './words.service.ts'

export interface ImportOrder {
  readonly text: string
  readonly category: SensitiveCategory
  readonly direction: SensitiveDirection
  readonly isTrial: boolean
}

/** Errors: GUARD_WORD_INVALID (too many lines or words). */
export async function importText(parts: GuardParts, { personId }: Admin, { text, isTrial, ...given }: ImportOrder): Promise<WordImport> {
  const lines = text.split(/\r\n?|\n/)
  if (lines.length > limits.guardImportMaxLines)
    throw new DomainError('GUARD_WORD_INVALID', { reason: `一次最多导入 ${limits.guardImportMaxLines} 行，请分几次导入。` })
  const known = new Set((await selectWords(parts.database.reader).select('word').execute()).map(({ word }) => word))
  const { words, faults } = readLines(lines, { ...given, action: null, replacement: '', exceptions: [], isEnabled: true, note: '' }, known)
  const touched = touchedQuestions([...words.values()], parts.knowledge.snapshot())
  for (const [line, word] of words) {
    const hurt = touched.get(word.id)
    if (!hurt) continue
    words.delete(line)
    faults.push({
      line,
      text: shorten(word.word),
      reason: `会影响知识库中 ${hurt.count} 个正常提问，如“${hurt.example}”。确实需要时请单独新增。`,
    })
  }
  faults.sort((a, b) => a.line - b.line)
  if (!isTrial && words.size > 0) {
    const at = parts.clock.now()
    await changeGuard(parts, async (trx) => {
      await requireRoom(trx, words.size)
      await insertWords(
        trx,
        [...words.values()].map(({ id, ...content }) => ({ id, ...columnsOf(content), changed_by: personId, changed_at: at })),
      )
      const subject = sensitiveCategoryLabels[given.category]
      await recordAudit(trx, { at, kind: 'guard-word', by: personId, subject, after: `批量导入 ${words.size} 条` })
    })
  }
  return { added: words.size, faults }
}

const TEXT_SHOWN = 40
const shorten = (text: string): string => (text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN).toWellFormed()}…` : text)

/** By line, 1 is the first. Blank lines are nobody's fault. */
function readLines(lines: readonly string[], given: Omit<GuardWordContent, 'word'>, known: Set<string>) {
  const words = new Map<number, SensitiveWord>()
  const faults: ImportFault[] = []
  for (const [index, raw] of lines.entries()) {
    if (raw.trim() === '') continue
    const form = tidyForm(raw)
    const word: SensitiveWord | null = form === null ? null : { id: newWordId(), ...given, word: form }
    const fault = word === null ? formFault : faultOf(word, known)
    if (word === null || fault !== null) faults.push({ line: index + 1, text: shorten(raw.trim()), reason: fault ?? formFault })
    else {
      words.set(index + 1, word)
      known.add(word.word)
    }
  }
  return { words, faults }
}

function faultOf(word: SensitiveWord, known: ReadonlySet<string>): string | null {
  const { maxLength = 0 } = SensitiveWord.properties.word as { maxLength?: number }
  if (word.word.length > maxLength) return `一条最多 ${maxLength} 个字，请分成几条。`
  return known.has(word.word) ? '与已有的词条或前面的行重复。' : wordFault(word)
}
