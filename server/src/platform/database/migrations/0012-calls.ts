// 轮到我时叫我: who wants to be called, and every call with what became of it.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const calls: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .alterTable('tickets')
      .addColumn('calls_back', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema
      .alterTable('tickets')
      .addColumn('unanswered', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema
      .alterTable('tickets')
      .addColumn('passed_until', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute()
    // One that is being called is in the queue as much as one that waits.
    await schema.dropIndex('tickets_waiting').execute()
    await schema.dropIndex('tickets_one_waiting').execute()
    await sql`create index tickets_waiting on tickets (office_id, priority, enqueued_at, id) where state in ('waiting', 'calling')`.execute(
      db,
    )
    await sql`create unique index tickets_one_waiting on tickets (conversation_id) where state in ('waiting', 'calling')`.execute(db)
    await schema
      .createTable('ticket_calls')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addColumn('agent_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('ends_at', 'bigint', (c) => c.notNull())
      .addColumn('outcome', 'text')
      .addColumn('ended_at', 'bigint')
      .execute()
    await sql`create unique index ticket_calls_open on ticket_calls (ticket_id) where outcome is null`.execute(db)
    await sql`create index ticket_calls_due on ticket_calls (ends_at) where outcome is null`.execute(db)
    await sql`create index ticket_calls_agent on ticket_calls (agent_id) where outcome is null`.execute(db)
  },
}
