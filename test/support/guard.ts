// Sensitive words in a store, and the administrators' desk over it.
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
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

export const wordId = (id: string): SensitiveWordId => id as SensitiveWordId
