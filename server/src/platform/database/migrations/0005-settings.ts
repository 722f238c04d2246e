// What administrators set. The table `settings` goes on holding the program's own marks.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const settings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('setting_values')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text')
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .execute()
  },
}
