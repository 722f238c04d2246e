// 附件材料: whose they are, how far they have come, what they belong to. Their bytes lie in `blobs`, once for each content.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('attachments')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('owner_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('extension', 'text', (c) => c.notNull())
      .addColumn('size_bytes', 'integer', (c) => c.notNull())
      .addColumn('received_bytes', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text')
      .addColumn('touched_at', 'bigint', (c) => c.notNull())
      .addColumn('record_kind', 'text')
      .addColumn('record_id', 'text')
      .addColumn('place', 'integer')
      .execute()
    await schema.createIndex('attachments_of_record').on('attachments').columns(['record_kind', 'record_id']).execute()
    await schema.createIndex('attachments_of_owner').on('attachments').columns(['owner_id', 'record_kind']).execute()
    await schema.createIndex('attachments_by_content').on('attachments').column('sha256').execute()
    await schema
      .createTable('attachment_blobs')
      .addColumn('sha256', 'text', (c) => c.primaryKey())
      .addColumn('claimed_at', 'bigint', (c) => c.notNull())
      .execute()
  },
}
