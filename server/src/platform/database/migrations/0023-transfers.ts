// 转接: who was asked to take over a conversation, and what became of it.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const transfers: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .alterTable('conversations')
      .addColumn('is_transferring', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema
      .createTable('transfers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('office_id', 'text', (c) => c.notNull())
      .addColumn('from_agent_id', 'text', (c) => c.notNull())
      .addColumn('to_agent_id', 'text', (c) => c.notNull())
      .addColumn('to_group_id', 'text')
      .addColumn('asked_ids', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('ends_at', 'bigint', (c) => c.notNull())
      .addColumn('ended_at', 'bigint')
      .execute()
    const asked = sql`state = 'asked'`
    await sql`create unique index transfers_open on transfers (conversation_id) where ${asked}`.execute(db)
    await sql`create index transfers_asked on transfers (to_agent_id) where ${asked}`.execute(db)
    await sql`create index transfers_due on transfers (ends_at) where ${asked}`.execute(db)
    await schema.createIndex('transfers_conversation').on('transfers').columns(['conversation_id', 'at']).execute()
  },
}
