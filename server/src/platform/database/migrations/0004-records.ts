// What was asked and what came of it, without anybody's name or number; and what of it the knowledge base lacks.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const records: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('records')
      .addColumn('position', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('message_id', 'text', (c) => c.notNull())
      .addColumn('answer_id', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('audiences', 'text', (c) => c.notNull())
      .addColumn('industry', 'text')
      .addColumn('office_id', 'text', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('decision', 'text', (c) => c.notNull())
      .addColumn('article_id', 'text')
      .addColumn('article_version', 'integer')
      .addColumn('topic_id', 'text')
      .addColumn('probability', 'real')
      .addColumn('failure', 'text')
      .addColumn('vote', 'text')
      .addColumn('vote_remark', 'text')
      .addColumn('gap_id', 'text')
      .execute()
    await schema.createIndex('records_at').on('records').column('at').execute()
    await schema.createIndex('records_conversation').on('records').columns(['conversation_id', 'position']).execute()
    await schema.createIndex('records_answer').on('records').column('answer_id').execute()
    await sql`create index records_gap on records (gap_id) where gap_id is not null`.execute(db)
    await sql`create index records_ungrouped on records (position) where failure is not null and gap_id is null`.execute(db)
    // The position is where a gap's first question stands: groups are found anew in the order in which they came up.
    await schema
      .createTable('gaps')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('article_id', 'text')
      .addColumn('changed_by', 'text')
      .addColumn('changed_at', 'bigint')
      .execute()
  },
}
