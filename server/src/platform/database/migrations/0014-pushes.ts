// 精准推送: pushes with what was done with them, the tags they may be addressed by, and notices that can be withdrawn.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const pushes: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('pushes')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('office_id', 'text')
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('link', 'text')
      .addColumn('audience', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('send_at', 'bigint')
      .addColumn('sent_at', 'bigint')
      .addColumn('addressed', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('told', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('read', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('cursor', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('is_withdrawing', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('lock', 'integer', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex('pushes_office').on('pushes').columns(['office_id', 'changed_at']).execute()
    await schema.createIndex('pushes_due').on('pushes').columns(['state', 'send_at']).execute()
    await schema
      .createTable('push_steps')
      .addColumn('position', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('push_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('push_steps_of').on('push_steps').columns(['push_id', 'position']).execute()
    await schema
      .createTable('taxpayer_tags')
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('tag', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('taxpayer_tags_key', ['person_id', 'tag'])
      .execute()
    await schema.createIndex('taxpayer_tags_tag').on('taxpayer_tags').columns(['tag', 'person_id']).execute()
    await schema.alterTable('notices').addColumn('withdrawn_at', 'bigint').execute()
    await schema.alterTable('notices').addColumn('push_id', 'text').execute()
    await sql`create index notices_of_push on notices (push_id, id) where push_id is not null and withdrawn_at is null`.execute(db)
    await sql`create index notices_withdrawn on notices (person_id, withdrawn_at) where withdrawn_at is not null`.execute(db)
  },
}
