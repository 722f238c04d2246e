// Pictures and files of a talk: uploads have a use, and pictures what windows show of them.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const talkFiles: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .alterTable('attachments')
      .addColumn('use', 'text', (column) => column.notNull().defaultTo('record'))
      .execute()
    await schema.alterTable('attachments').addColumn('display_sha256', 'text').execute()
    for (const column of ['display_bytes', 'display_width', 'display_height'])
      await schema.alterTable('attachments').addColumn(column, 'integer').execute()
    // Whoever collects contents asks whether one is still somebody's.
    await schema.createIndex('attachments_display').on('attachments').column('display_sha256').execute()
  },
}
