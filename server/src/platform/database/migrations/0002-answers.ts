// Who was given which answer, what they thought of it, and what we have to tell them.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../dialect.ts'

export const answers: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('given_answers')
      .addColumn('message_id', 'text', (c) => c.primaryKey())
      .addColumn('article_id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('taxpayer_id', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('agent_id', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex('given_answers_article').on('given_answers').columns(['article_id', 'at']).execute()
    if (!isPostgres(db)) await noteGivenAnswers(db)
    await schema
      .createTable('votes')
      .addColumn('message_id', 'text', (c) => c.primaryKey())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('taxpayer_id', 'text', (c) => c.notNull())
      .addColumn('article_id', 'text')
      .addColumn('version', 'integer')
      .addColumn('is_useful', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('remark', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex('votes_conversation').on('votes').column('conversation_id').execute()
    await schema.createIndex('votes_at').on('votes').column('at').execute()
    await schema
      .createTable('notices')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('link', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('read_at', 'bigint')
      // What it is about, once: telling twice is impossible, whoever tries.
      .addColumn('dedupe_key', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('notices_once').on('notices').columns(['person_id', 'dedupe_key']).unique().execute()
    await schema.createIndex('notices_person').on('notices').columns(['person_id', 'id']).execute()
    await sql`create index notices_unread on notices (person_id, kind) where read_at is null`.execute(db)
  },
}

/** Whoever was given an answer before this table was there has the same right to hear of its correction. No store on PostgreSQL is as old. */
async function noteGivenAnswers(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into given_answers (message_id, article_id, version, taxpayer_id, conversation_id, agent_id, at)
    select messages.id, json_extract(body, '$.answer.papers.articleId'), json_extract(body, '$.answer.papers.version'),
      conversations.taxpayer_id, conversations.id, null, messages.at
    from messages join conversations on conversations.id = messages.conversation_id
    where messages.author = 'bot' and json_extract(body, '$.answer.papers.articleId') is not null`.execute(db)
}
