// What taxpayers made of an article's answers, for the editors' desk: how often it was given, and the votes on it.
import type { Feedback } from '../editing/index.ts'

/** Votes shown to an editor: the newest say what is wrong now. */
const USELESS_SHOWN = 100

export function createFeedback(): Feedback {
  return {
    async usage(db, articleIds, since) {
      if (articleIds.length === 0) return new Map()
      const calls = await db
        .selectFrom('given_answers')
        .select((eb) => ['article_id', eb.fn.countAll<number | string>().as('count')])
        .where('article_id', 'in', articleIds)
        .where('at', '>=', since)
        .groupBy('article_id')
        .execute()
      const disliked = await db
        .selectFrom('votes')
        .select((eb) => ['article_id', eb.fn.countAll<number | string>().as('count')])
        .where('article_id', 'in', articleIds)
        .where('at', '>=', since)
        .where('is_useful', '=', 0)
        .groupBy('article_id')
        .execute()
      const dislikes = new Map(disliked.map(({ article_id, count }) => [article_id, Number(count)]))
      return new Map(calls.map(({ article_id, count }) => [article_id, { calls: Number(count), disliked: dislikes.get(article_id) ?? 0 }]))
    },

    async votes(db, articleId) {
      const { useful } = await db
        .selectFrom('votes')
        .select((eb) => eb.fn.countAll<number | string>().as('useful'))
        .where('article_id', '=', articleId)
        .where('is_useful', '=', 1)
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('votes')
        .select(['reason', 'remark', 'at', 'version'])
        .where('article_id', '=', articleId)
        .where('is_useful', '=', 0)
        .orderBy('at', 'desc')
        .limit(USELESS_SHOWN)
        .execute()
      const useless = rows.map(({ reason, remark, at, version }) => ({
        reason: reason ?? ('other' as const),
        remark,
        at,
        version: version ?? 1,
      }))
      return { useful: Number(useful), useless }
    },
  }
}
