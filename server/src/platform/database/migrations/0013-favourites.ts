// 我的收藏: the last toggle of every answer that was ever kept, with the answer where it is. 快捷入口: the tiles a taxpayer chose.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const favourites: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('favourites')
      .addColumn('message_id', 'text', (c) => c.primaryKey())
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('is_kept', 'integer', (c) => c.notNull())
      .addColumn('toggled_at', 'bigint', (c) => c.notNull())
      .addColumn('revision', 'bigint', (c) => c.notNull())
      .addColumn('kept_at', 'bigint')
      .addColumn('content', 'text')
      .addColumn('search_text', 'text', (c) => c.notNull())
      .execute()
    // Two toggles that took the same revision would hide one from the devices: rather none of the two than that.
    await schema.createIndex('favourites_revision').on('favourites').columns(['person_id', 'revision']).unique().execute()
    await schema
      .createTable('shortcut_choices')
      .addColumn('person_id', 'text', (c) => c.primaryKey().references('people.id'))
      .addColumn('ids', 'text', (c) => c.notNull())
      .addColumn('chosen_at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex('favourites_kept').on('favourites').columns(['person_id', 'is_kept', 'kept_at']).execute()
  },
}
