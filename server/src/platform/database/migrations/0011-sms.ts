// 短信: what is to be texted, in the transaction that decides it.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const sms: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('sms_messages')
      .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('phone', 'text', (c) => c.notNull())
      .addColumn('template', 'text', (c) => c.notNull())
      .addColumn('template_values', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('due_at', 'bigint', (c) => c.notNull())
      .addColumn('sent_at', 'bigint')
      .addColumn('problem', 'text', (c) => c.notNull().defaultTo(''))
      // What it is about, once: telling twice is impossible, whoever tries.
      .addColumn('dedupe_key', 'text', (c) => c.notNull().unique())
      .execute()
    await sql`create index sms_messages_due on sms_messages (due_at) where state = 'pending'`.execute(db)
    await db.schema.createIndex('sms_messages_state').on('sms_messages').columns(['state', 'id']).execute()
  },
}
