// An office's days as its supervisors look at them: who asked for a person, who was served, who is being served, who left a message.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const supervision: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.createIndex('tickets_office_day').on('tickets').columns(['office_id', 'enqueued_at']).execute()
    await schema.createIndex('conversations_office_served').on('conversations').columns(['office_id', 'served_at']).execute()
    await sql`create index conversations_office_live on conversations (office_id) where stage = 'live'`.execute(db)
    await schema.createIndex('leave_messages_office_day').on('leave_messages').columns(['office_id', 'created_at']).execute()
  },
}
