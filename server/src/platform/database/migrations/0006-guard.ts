// 敏感词: the words, what is done about their categories, and how often each was met. No text of anybody's is kept.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const guard: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('guard_words')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('word', 'text', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('direction', 'text', (c) => c.notNull())
      .addColumn('action', 'text')
      .addColumn('replacement', 'text', (c) => c.notNull())
      .addColumn('exceptions', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('is_enabled', 'integer', (c) => c.notNull())
      .addColumn('is_removed', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('changed_by', 'text')
      .addColumn('changed_at', 'bigint')
      .execute()
    await schema
      .createTable('guard_policies')
      .addColumn('category', 'text', (c) => c.primaryKey())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('replacement', 'text', (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .execute()
    await schema
      .createTable('guard_hits')
      .addColumn('position', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('direction', 'text', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('word_id', 'text', (c) => c.notNull())
      .addColumn('word', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('is_confirmed', 'integer', (c) => c.notNull())
      .addColumn('hits', 'integer', (c) => c.notNull())
      .addColumn('conversation_id', 'text')
      .addColumn('person_id', 'text')
      .execute()
    await schema.createIndex('guard_hits_at').on('guard_hits').column('at').execute()
  },
}
