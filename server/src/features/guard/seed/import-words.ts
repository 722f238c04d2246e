// The seeded words meet what administrators made of them: what they touched is theirs, the rest follows the program.
import type { SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import type { Bus } from '../../../platform/bus/bus.ts'
import type { Database, Writer } from '../../../platform/database/database.ts'
import { recordGuardChange, saveMark } from '../guard-change.ts'
import { columnsOf, insertWords } from '../words.store.ts'
import type { SeededWords } from './seed-words.ts'

const SETTING = 'guard.seed'

/** Does nothing where this seed was imported before. All of it or nothing. */
export async function importWords({ database, bus }: { database: Database; bus: Bus }, { words, fingerprint }: SeededWords): Promise<void> {
  await database.write(async (trx, after) => {
    const known = await trx.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst()
    if (known?.value === fingerprint) return
    await follow(trx, words)
    await saveMark(trx, SETTING, fingerprint)
    await recordGuardChange({ trx, after, bus })
  })
}

async function follow(trx: Writer, words: readonly SensitiveWord[]): Promise<void> {
  // Nobody's but the program's: written anew, which also lets go what it no longer has.
  await trx.deleteFrom('guard_words').where('changed_by', 'is', null).execute()
  const theirs = new Set((await trx.selectFrom('guard_words').select('id').execute()).map(({ id }) => id))
  const rows = words
    .filter(({ id }) => !theirs.has(id))
    .map(({ id, ...content }) => ({ id, ...columnsOf(content), changed_by: null, changed_at: null }))
  await insertWords(trx, rows)
}
