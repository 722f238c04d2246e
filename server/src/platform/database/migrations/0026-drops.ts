// Agents whose line is lost while they serve: since when, and who waits at the front for it.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const drops: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('conversations').addColumn('agent_away_since', 'bigint').execute()
    await schema
      .alterTable('conversations')
      .addColumn('agent_seen_at', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema.alterTable('tickets').addColumn('dropped_agent_id', 'text').execute()
  },
}
