// 审计日志: a chain of entries. The number is the writer's, so that one taken away leaves a hole.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('audit_entries')
      .addColumn('seq', 'bigint', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      // No reference: whoever did it is named whatever becomes of their account.
      .addColumn('person_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('account', 'text', (c) => c.notNull())
      .addColumn('office_name', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('before', 'text', (c) => c.notNull())
      .addColumn('after', 'text', (c) => c.notNull())
      .addColumn('previous', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('audit_entries_kind').on('audit_entries').columns(['kind', 'seq']).execute()
    await schema.createIndex('audit_entries_at').on('audit_entries').column('at').execute()
  },
}
