// Numbers that people read to each other (留言编号, 预约编号 …): counted by day.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const numbers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('number_series')
      .addColumn('prefix', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('last', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('number_series_key', ['prefix', 'day'])
      .execute()
  },
}
