// What an article says becomes a revision; what changed is a log; the lexicon comes into the store.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What this migration reads and writes of what was there. */
interface Before {
  articles: { id: string; version: number; topic_id: string; state: string; position: number; content: string }
  article_revisions: Record<string, unknown>
  settings: { name: string; value: string }
}

export const editing: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db
    await schema
      .createTable('article_revisions')
      .addColumn('article_id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('topic_id', 'text', (c) => c.notNull().references('topics.id'))
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('search_text', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('author_id', 'text')
      .addColumn('authors', 'text', (c) => c.notNull().defaultTo('[]'))
      .addColumn('reviewer_id', 'text')
      .addColumn('changed_by', 'text')
      .addColumn('ended_by', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('submitted_at', 'bigint')
      .addColumn('reviewed_at', 'bigint')
      .addColumn('publish_at', 'bigint')
      .addColumn('published_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('change_note', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('is_substantive', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('remark', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('lock', 'bigint', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('article_revisions_key', ['article_id', 'version'])
      .execute()
    // One text is worked on and one is served, whatever a function forgets.
    await sql`create unique index article_revisions_one_open on article_revisions (article_id) where state in ('draft', 'review', 'scheduled')`.execute(
      db,
    )
    await sql`create unique index article_revisions_one_published on article_revisions (article_id) where state = 'published'`.execute(db)
    await sql`create index article_revisions_due on article_revisions (publish_at) where state = 'scheduled'`.execute(db)
    await schema.createIndex('article_revisions_topic').on('article_revisions').columns(['topic_id', 'state']).execute()
    await schema
      .createTable('knowledge_log')
      .addColumn('revision', 'integer', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.alterTable('topics').addColumn('edited_by', 'text').execute()
    await schema
      .alterTable('topics')
      .addColumn('is_removed', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema
      .createTable('concepts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('names', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('edited_by', 'text')
      .addColumn('is_removed', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema
      .createTable('lexicon_parts')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('edited_by', 'text')
      .execute()
    await moveArticles(db as unknown as Kysely<Before>)
    await schema.dropTable('articles').execute()
  },
}

async function moveArticles(db: Kysely<Before> | Transaction<Before>): Promise<void> {
  for (const { id, version, topic_id, state, content } of await db.selectFrom('articles').selectAll().execute()) {
    const text = JSON.parse(content) as ArticleText
    // The columns have them.
    delete text.id
    delete text.version
    delete text.state
    // Nobody wrote down when it came; the day it was last held against the law is the nearest there is.
    const at = Date.parse(`${text.reviewed}T00:00:00+08:00`) || 0
    await db
      .insertInto('article_revisions')
      .values({
        article_id: id,
        version,
        state,
        topic_id,
        question: text.question,
        search_text: searchText(id, text),
        content: JSON.stringify(text),
        created_at: at,
        published_at: state === 'draft' ? null : at,
        ended_at: state === 'expired' ? at : null,
      })
      .execute()
  }
  // The next start lays the seed over what is there once more: the lexicon is not in the store yet.
  await db.deleteFrom('settings').where('name', '=', 'knowledge.seed').execute()
}

interface ArticleText {
  id?: string
  version?: number
  state?: string
  readonly question: string
  readonly similar: readonly string[]
  readonly reviewed: string
  readonly parts: readonly { readonly type: string; readonly markdown?: string }[]
}

/** As this version of the program searched it; a later one may do it otherwise, in a migration of its own. */
const searchText = (id: string, { question, similar, parts }: ArticleText): string =>
  [id, question, ...similar, ...parts.flatMap(({ markdown }) => markdown ?? [])].join('\n').toLowerCase()
