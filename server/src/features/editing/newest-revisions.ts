import type { Reader } from '../../platform/database/database.ts'
import type { RevisionRow } from '../knowledge/index.ts'

/** Of every article the newest revision: the open one, where one is. With its topic, to be narrowed and put in order. */
export const selectNewest = (db: Reader) =>
  db
    .selectFrom('article_revisions')
    .innerJoin('topics', 'topics.id', 'article_revisions.topic_id')
    .where('article_revisions.version', '=', (eb) =>
      eb
        .selectFrom('article_revisions as other')
        .select((max) => max.fn.max('other.version').as('newest'))
        .whereRef('other.article_id', '=', 'article_revisions.article_id'),
    )

/** In the order of the topics. */
export const newestRevisions = (db: Reader): Promise<RevisionRow[]> =>
  selectNewest(db).selectAll('article_revisions').orderBy('topics.position').orderBy('article_revisions.article_id').execute()
