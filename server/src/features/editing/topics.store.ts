import type { TopicId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

/** One that was removed is not there. */
export async function hasTopic(db: Reader, id: TopicId): Promise<boolean> {
  const row = await db.selectFrom('topics').select('id').where('id', '=', id).where('is_removed', '=', 0).executeTakeFirst()
  return row !== undefined
}
