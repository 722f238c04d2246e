// 词条: looked through and kept by administrators.
import { uuidv7 } from 'uuidv7'
import type { GuardWord, GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import type { SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Reader } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findPeople } from '../people/index.ts'
import { changeGuard, type Admin, type GuardParts } from './guard-parts.ts'
import { tidyContent, tidyForm } from './tidy-word.ts'
import { touchedQuestions } from './touched-questions.ts'
import { wordInWords } from './in-words.ts'
import { formFault, wordFault } from './word-fault.ts'
import { columnsOf, findWord, insertWords, matchingWords, selectWords, toWord, type GuardWordRow, type WordFilter } from './words.store.ts'

export interface WordsDesk {
  list(filter: WordFilter & { readonly offset?: number; readonly limit?: number }): Promise<{ words: GuardWord[]; total: number }>
  /** Errors: GUARD_WORD_INVALID, GUARD_WORD_TOUCHES (unless `isCertain`). */
  add(admin: Admin, content: GuardWordContent, isCertain: boolean): Promise<GuardWord>
  /** Errors: GUARD_WORD_NOT_FOUND, GUARD_WORD_INVALID, GUARD_WORD_TOUCHES (unless `isCertain`). */
  save(admin: Admin, id: SensitiveWordId, content: GuardWordContent, isCertain: boolean): Promise<GuardWord>
  /** Errors: GUARD_WORD_NOT_FOUND. */
  remove(admin: Admin, id: SensitiveWordId): Promise<void>
}

const PAGE_SIZE = 50

export const newWordId = (): SensitiveWordId => `word-${uuidv7()}` as SensitiveWordId

export function createWordsDesk(parts: GuardParts): WordsDesk {
  const { database, clock, knowledge } = parts
  const { reader } = database

  /** Errors: GUARD_WORD_INVALID, GUARD_WORD_TOUCHES. */
  const checked = (id: SensitiveWordId, content: GuardWordContent, isCertain: boolean, before?: string): SensitiveWord => {
    const form = tidyForm(content.word)
    if (form === null) throw new DomainError('GUARD_WORD_INVALID', { reason: formFault })
    const word: SensitiveWord = { id, ...tidyContent(content, form) }
    const fault = wordFault(word, before)
    if (fault !== null) throw new DomainError('GUARD_WORD_INVALID', { reason: fault })
    const touched = isCertain ? undefined : touchedQuestions([word], knowledge.snapshot()).get(id)
    if (touched) throw new DomainError('GUARD_WORD_TOUCHES', { count: touched.count, example: touched.example })
    return word
  }
  const saved = async (id: SensitiveWordId): Promise<GuardWord> => {
    const row = await findWord(reader, id)
    const [word] = await withNames(reader, row ? [row] : [])
    if (!word) throw new DomainError('GUARD_WORD_NOT_FOUND')
    return word
  }

  return {
    async list({ offset = 0, limit = PAGE_SIZE, ...filter }) {
      const found = matchingWords(reader, filter)
      const { total } = await found.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()
      const rows = await found
        .selectAll()
        .orderBy((eb) => eb.fn.coalesce('changed_at', eb.lit(0)), 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute()
      return { words: await withNames(reader, rows), total: Number(total) }
    },

    async add({ personId }, content, isCertain) {
      const { id, ...word } = checked(newWordId(), content, isCertain)
      await changeGuard(parts, async (trx) => {
        await requireNew(trx, id, word.word)
        await requireRoom(trx, 1)
        await insertWords(trx, [{ id, ...columnsOf(word), changed_by: personId, changed_at: clock.now() }])
        await recordAudit(trx, {
          at: clock.now(),
          kind: 'guard-word',
          by: personId,
          subject: word.word,
          after: `新增：${wordInWords(word)}`,
        })
      })
      return saved(id)
    },

    async save({ personId }, id, content, isCertain) {
      const before = await findWord(reader, id)
      if (!before) throw new DomainError('GUARD_WORD_NOT_FOUND')
      const word = checked(id, content, isCertain, before.word)
      await changeGuard(parts, async (trx) => {
        await requireNew(trx, id, word.word)
        const change = { ...columnsOf(word), changed_by: personId, changed_at: clock.now() }
        const { numUpdatedRows } = await trx
          .updateTable('guard_words')
          .set(change)
          .where('id', '=', id)
          .where('is_removed', '=', 0)
          .executeTakeFirstOrThrow()
        if (Number(numUpdatedRows) === 0) throw new DomainError('GUARD_WORD_NOT_FOUND')
        const [was, is] = [wordInWords(toWord(before)), wordInWords(word)]
        const renamed =
          before.word === word.word ? { before: was, after: is } : { before: `${before.word}；${was}`, after: `${word.word}；${is}` }
        await recordAudit(trx, { at: clock.now(), kind: 'guard-word', by: personId, subject: before.word, ...renamed })
      })
      return saved(id)
    },

    remove: ({ personId }, id) =>
      changeGuard(parts, async (trx) => {
        const word = await findWord(trx, id)
        if (!word) throw new DomainError('GUARD_WORD_NOT_FOUND')
        // The row stays: the program's seed must not bring it back.
        const change = { is_removed: 1, changed_by: personId, changed_at: clock.now() }
        await trx.updateTable('guard_words').set(change).where('id', '=', id).execute()
        const before = wordInWords(toWord(word))
        await recordAudit(trx, { at: clock.now(), kind: 'guard-word', by: personId, subject: word.word, before, after: '删除' })
      }),
  }
}

/** Errors: GUARD_WORD_INVALID. */
async function requireNew(db: Reader, id: SensitiveWordId, word: string): Promise<void> {
  const same = await selectWords(db).select('id').where('word', '=', word).where('id', '<>', id).executeTakeFirst()
  if (same) throw new DomainError('GUARD_WORD_INVALID', { reason: '已经有一条同样的词。' })
}

/** Errors: GUARD_WORD_INVALID. */
export async function requireRoom(db: Reader, count: number): Promise<void> {
  const { kept } = await selectWords(db)
    .select((eb) => eb.fn.countAll<number | string>().as('kept'))
    .executeTakeFirstOrThrow()
  if (Number(kept) + count <= limits.guardWordsMax) return
  throw new DomainError('GUARD_WORD_INVALID', { reason: `词条最多 ${limits.guardWordsMax} 条，请先删除不用的。` })
}

async function withNames(db: Reader, rows: readonly GuardWordRow[]): Promise<GuardWord[]> {
  const people = await findPeople(db, [...new Set(rows.flatMap(({ changed_by }) => changed_by ?? []))])
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...toWord(row),
    changedBy: row.changed_by && (nameOf.get(row.changed_by) ?? row.changed_by),
    changedAt: row.changed_at,
  }))
}
