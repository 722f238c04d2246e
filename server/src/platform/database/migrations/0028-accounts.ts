// Accounts that administrators keep: who may no longer sign in, who has yet to set a password, when somebody last came.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const accounts: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('people').addColumn('disabled_at', 'bigint').execute()
    await schema
      .alterTable('people')
      .addColumn('must_change_password', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema.alterTable('people').addColumn('signed_in_at', 'bigint').execute()
    await schema
      .alterTable('people')
      .addColumn('account_revision', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    // A few hundred officers among all taxpayers.
    await sql`create index people_officers on people (account) where role <> 'taxpayer'`.execute(db)
    await schema.createIndex('sessions_person').on('sessions').column('person_id').execute()
  },
}
