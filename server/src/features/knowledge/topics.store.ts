import type { Topic } from '@zhengna/contract/domain/article.ts'
import type { Reader } from '../../platform/database/database.ts'

/** In their order; removed ones are left out. */
export const selectTopics = (db: Reader): Promise<Topic[]> =>
  db.selectFrom('topics').select(['id', 'name', 'summary']).where('is_removed', '=', 0).orderBy('position').orderBy('id').execute()
