// Topic packs: made, renamed, removed by editors. What they touched the program leaves alone.
import type { Topic } from '@zhengna/contract/domain/article.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { nextPosition, openStates, recordChange, selectTopics } from '../knowledge/index.ts'
import { line } from './content/tidy-content.ts'
import { change, type Editor, type EditingParts } from './editing-parts.ts'
import { hasTopic } from './topics.store.ts'

export interface TopicRow extends Topic {
  /** Published. */
  articles: number
  open: number
}

export interface Topics {
  list(): Promise<TopicRow[]>
  /** Errors: TOPIC_NAME_TAKEN, REQUEST_INVALID (nothing left of the name). */
  save(editor: Editor, topic: Topic): Promise<Topic>
  /** Errors: TOPIC_NOT_FOUND, TOPIC_NOT_EMPTY. */
  remove(editor: Editor, id: TopicId): Promise<void>
}

export function createTopics(parts: EditingParts): Topics {
  return {
    async list() {
      const { reader } = parts.database
      const [published, open] = [await countIn(reader, ['published']), await countIn(reader, openStates)]
      return (await selectTopics(reader)).map((topic) => ({
        ...topic,
        articles: published.get(topic.id) ?? 0,
        open: open.get(topic.id) ?? 0,
      }))
    },

    save: (editor, { id, name: rawName, summary: rawSummary }) =>
      change(parts, async (changing) => {
        const { trx } = changing
        const topic = { id, name: line(rawName), summary: line(rawSummary) }
        if (topic.name.length < 2) throw new DomainError('REQUEST_INVALID', { reason: 'name' })
        const topics = await selectTopics(trx)
        if (topics.some((other) => other.id !== id && other.name === topic.name)) throw new DomainError('TOPIC_NAME_TAKEN')
        const known = topics.find((other) => other.id === id)
        if (known?.name === topic.name && known.summary === topic.summary) return topic
        const text = { name: topic.name, summary: topic.summary, edited_by: editor.personId, is_removed: 0 }
        await trx
          .insertInto('topics')
          .values({ id, position: await nextPosition(trx, 'topics'), ...text })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(text))
          .execute()
        await recordChange(changing, 'topics', id)
        return topic
      }),

    remove: (editor, id) =>
      change(parts, async (changing) => {
        const { trx } = changing
        if (!(await hasTopic(trx, id))) throw new DomainError('TOPIC_NOT_FOUND')
        // An article with one revision served and another open is one.
        const inIt = await trx
          .selectFrom('article_revisions')
          .select('article_id')
          .distinct()
          .where('topic_id', '=', id)
          .where('state', 'in', ['published', ...openStates])
          .execute()
        if (inIt.length > 0) throw new DomainError('TOPIC_NOT_EMPTY', { count: inIt.length })
        await trx.updateTable('topics').set({ is_removed: 1, edited_by: editor.personId }).where('id', '=', id).execute()
        await recordChange(changing, 'topics', id)
      }),
  }
}

async function countIn(db: Reader, states: readonly (typeof openStates)[number][]): Promise<Map<TopicId, number>> {
  const rows = await db
    .selectFrom('article_revisions')
    .select((eb) => ['topic_id', eb.fn.countAll<number | string>().as('count')])
    .where('state', 'in', states)
    .groupBy('topic_id')
    .execute()
  return new Map(rows.map(({ topic_id, count }) => [topic_id, Number(count)]))
}
