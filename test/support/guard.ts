// Sensitive words in a store, and the administrators' desk over it.
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import type { PersonId, SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { GuardHolder } from '../../server/src/features/guard/index.ts'
import { createWordsDesk } from '../../server/src/features/guard/words.service.ts'
import type { Bus } from '../../server/src/platform/bus/bus.ts'
import type { Clock } from '../../server/src/platform/clock.ts'
import type { Database } from '../../server/src/platform/database/database.ts'

/** An insult in force both ways, masked by its category; say only what the test is about. */
export const wordContent = (word: string, change: Partial<GuardWordContent> = {}): GuardWordContent => ({
  word,
  category: 'abuse',
  direction: 'both',
  action: null,
  replacement: '',
  exceptions: [],
  isEnabled: true,
  note: '',
  ...change,
})

export const hitsIn = (database: Database) =>
  database.reader
    .selectFrom('guard_hits')
    .select(['direction', 'category', 'word', 'word_id', 'action', 'is_confirmed', 'hits', 'conversation_id', 'person_id'])
    .orderBy('position')
    .execute()

/** Keeps a word as an administrator would; it is in force when this returns. */
export async function insertWord(
  { database, bus, clock, guard }: { database: Database; bus: Bus; clock: Clock; guard: GuardHolder },
  word: string,
  change: Partial<GuardWordContent> = {},
): Promise<void> {
  const knowledge = { snapshot: () => ({ articles: [] }) as never }
  const desk = createWordsDesk({ database, bus, clock, holder: guard, knowledge })
  await desk.add({ personId: 'admin001' as PersonId }, wordContent(word, change), true)
}

export const wordId = (id: string): SensitiveWordId => id as SensitiveWordId
