// Automatic assignment: whom a place was offered to and what became of it, whom somebody was passed by for and why, who of the queue has
// no window open, and since when an agent is what they are.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const assignment: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('tickets').addColumn('away_since', 'bigint').execute()
    await schema
      .alterTable('people')
      .addColumn('presence_at', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema.alterTable('people').addColumn('presence_reason', 'text').execute()

    // One that is offered is in the queue as much as one that waits.
    await schema.dropIndex('tickets_waiting').execute()
    await schema.dropIndex('tickets_one_waiting').execute()
    const open = sql`state in ('waiting', 'offered', 'calling')`
    await sql`create index tickets_waiting on tickets (office_id, priority, enqueued_at, id) where ${open}`.execute(db)
    await sql`create unique index tickets_one_waiting on tickets (conversation_id) where ${open}`.execute(db)

    await schema
      .createTable('ticket_offers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addColumn('agent_id', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('ends_at', 'bigint', (c) => c.notNull())
      .addColumn('outcome', 'text')
      .addColumn('ended_at', 'bigint')
      .execute()
    await sql`create unique index ticket_offers_open on ticket_offers (ticket_id) where outcome is null`.execute(db)
    await sql`create index ticket_offers_due on ticket_offers (ends_at) where outcome is null`.execute(db)
    await schema.createIndex('ticket_offers_ticket').on('ticket_offers').columns(['ticket_id', 'at']).execute()
    await schema.createIndex('ticket_offers_agent').on('ticket_offers').columns(['agent_id', 'at']).execute()

    await schema
      .createTable('ticket_skips')
      .addColumn('position', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addColumn('for_ticket_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex('ticket_skips_ticket').on('ticket_skips').columns(['ticket_id', 'position']).execute()
  },
}
