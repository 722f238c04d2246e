// The knowledge base of this server: seeded once, served as a snapshot of what is published.
import { defaultAnsweringSettings, type Article, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { Database } from '../../platform/database/database.ts'
import type { SeededKnowledge } from './seed-files.ts'

export interface Knowledge {
  /** All published articles; in force or not is decided on the day of the question. */
  snapshot(): KnowledgeSnapshot
}

const SEED_SETTING = 'knowledge.seed'

/** Loads the store into memory; imports the seed first where the store has another one, or none. */
export async function openKnowledge(database: Database, seeded: SeededKnowledge): Promise<Knowledge> {
  const known = await database.reader.selectFrom('settings').select('value').where('name', '=', SEED_SETTING).executeTakeFirst()
  if (known?.value !== seeded.fingerprint) await importSeed(database, seeded)
  const topics = await database.reader.selectFrom('topics').select(['id', 'name', 'summary']).orderBy('position').execute()
  const rows = await database.reader.selectFrom('articles').select('content').where('state', '=', 'published').orderBy('position').execute()
  const articles = rows.map(({ content }) => JSON.parse(content) as Article)
  const snapshot: KnowledgeSnapshot = {
    version: seeded.fingerprint,
    topics,
    articles,
    lexicon: seeded.lexicon,
    settings: defaultAnsweringSettings,
  }
  return { snapshot: () => snapshot }
}

async function importSeed(database: Database, { topics, articles, fingerprint }: SeededKnowledge): Promise<void> {
  await database.write(async (trx) => {
    await trx.deleteFrom('articles').execute()
    await trx.deleteFrom('topics').execute()
    if (topics.length > 0)
      await trx
        .insertInto('topics')
        .values(topics.map((topic, position) => ({ ...topic, position })))
        .execute()
    const rows = articles.map((article, position) => ({
      id: article.id,
      version: article.version,
      topic_id: article.topicId,
      state: article.state,
      position,
      content: JSON.stringify(article),
    }))
    for (let start = 0; start < rows.length; start += 500)
      await trx
        .insertInto('articles')
        .values(rows.slice(start, start + 500))
        .execute()
    await trx
      .insertInto('settings')
      .values({ name: SEED_SETTING, value: fingerprint })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: fingerprint }))
      .execute()
  })
}
