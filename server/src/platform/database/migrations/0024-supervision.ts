// An office's days as its supervisors look at them: who asked for a person, who was served, who is being served, who left a message.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const supervision: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    // By the moment first: led by the office, SQLite would take it for whoever waits there now, and read all who ever did.
    await schema.createIndex('tickets_day').on('tickets').columns(['enqueued_at', 'office_id']).execute()
    await schema.createIndex('conversations_office_served').on('conversations').columns(['office_id', 'served_at']).execute()
    await sql`create index conversations_office_live on conversations (office_id) where stage = 'live'`.execute(db)
    await schema.createIndex('leave_messages_day').on('leave_messages').columns(['created_at', 'office_id']).execute()
  },
}
