// 撤回: when a message was taken back. What it said stays.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const retraction: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('messages').addColumn('retracted_at', 'bigint').execute()
  },
}
