// 耳语: what supervisors say to whoever serves.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const whispers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('whispers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('whispers_conversation').on('whispers').columns(['conversation_id', 'at', 'id']).execute()
  },
}
