// When somebody who waits was seen last, so that a server that dies leaves nobody behind as present; and what each was told about how
// long it takes, with what came of it.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const waiting: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .alterTable('tickets')
      .addColumn('seen_at', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema
      .createTable('wait_estimates')
      .addColumn('ticket_id', 'text', (c) => c.primaryKey())
      .addColumn('office_id', 'text', (c) => c.notNull())
      .addColumn('skill_group_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('ahead', 'integer', (c) => c.notNull())
      .addColumn('is_free', 'integer', (c) => c.notNull())
      .addColumn('base_ms', 'integer')
      .addColumn('low_ms', 'integer')
      .addColumn('high_ms', 'integer')
      .addColumn('outcome', 'text')
      .addColumn('waited_ms', 'integer')
      .addColumn('closed_at', 'bigint')
      .execute()
    await sql`create index wait_estimates_group on wait_estimates (office_id, skill_group_id, closed_at) where waited_ms is not null`.execute(
      db,
    )
    await sql`create index wait_estimates_shown on wait_estimates (office_id, skill_group_id, closed_at) where high_ms is not null and closed_at is not null`.execute(
      db,
    )
  },
}
