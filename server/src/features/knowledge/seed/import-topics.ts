import type { Topic } from '@zhengna/contract/domain/article.ts'
import { recordChange, type Changing } from '../changing.ts'
import { openStates } from '../revisions.store.ts'

/** Before the articles: theirs are there. One that editors renamed or removed stays as they left it. */
export async function importTopics(changing: Changing, seeded: readonly Topic[]): Promise<void> {
  const { trx } = changing
  const known = new Map((await trx.selectFrom('topics').selectAll().execute()).map((row) => [row.id, row]))
  let hasChanged = false
  for (const [position, { id, name, summary }] of seeded.entries()) {
    const row = known.get(id)
    if (row?.edited_by) continue
    if (row?.name === name && row.summary === summary && row.position === position && !row.is_removed) continue
    const text = { name, summary, position, is_removed: 0 }
    await trx
      .insertInto('topics')
      .values({ id, ...text })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(text))
      .execute()
    hasChanged = true
  }
  if (hasChanged) await recordChange(changing, 'topics', 'seed')
}

/** After the articles: one that is gone from the seed goes, unless something is in it; a removed one with something in it comes back. */
export async function tidyTopics(changing: Changing, seeded: readonly Topic[]): Promise<void> {
  const { trx } = changing
  const inUse = await trx
    .selectFrom('article_revisions')
    .select('topic_id')
    .distinct()
    .where('state', 'in', ['published', ...openStates])
    .execute()
  const used = new Set(inUse.map(({ topic_id }) => topic_id))
  const ofSeed = new Set(seeded.map(({ id }) => id))
  let hasChanged = false
  for (const { id, edited_by, is_removed } of await trx.selectFrom('topics').selectAll().execute()) {
    const isGone = edited_by === null && !ofSeed.has(id)
    const mustGo = isGone && !used.has(id) ? 1 : is_removed && !used.has(id) ? 1 : 0
    if (mustGo === is_removed) continue
    await trx.updateTable('topics').set({ is_removed: mustGo }).where('id', '=', id).execute()
    hasChanged = true
  }
  if (hasChanged) await recordChange(changing, 'topics', 'seed')
}
