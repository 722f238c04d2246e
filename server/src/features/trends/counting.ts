// What records say, page by page: taken in while reading, weighed at the end.
import { groupsOf, Popularity } from '@zhengna/answering/suggestion/popularity.ts'
import { HotWords } from '@zhengna/answering/suggestion/hot-words.ts'
import type { Wordbook } from '@zhengna/answering/suggestion/wordbook.ts'
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import type { AskedRecord } from '../records/index.ts'

/** What we put before people ourselves says less about what they came for. */
const callWeights: Record<QuestionOrigin, number> = {
  typed: 1,
  option: 1,
  association: 1,
  'hot-word': 0.3,
  recommendation: 0.3,
  pack: 0.3,
  notice: 0.3,
  favourite: 0.3,
  shortcut: 0.3,
}
/** Words of their own; a clicked word must not make itself hot. */
const ownWords: readonly QuestionOrigin[] = ['typed', 'association']

/** Decisions on what is the trade's business: others' words are nobody's hot words. */
const ours: readonly Decision[] = ['answer', 'clarify', 'related']

export interface Counting {
  add(record: AskedRecord): void
  readonly hotWords: HotWords
  readonly popularity: Popularity
  /** Calls since `packsSinceMs`. */
  readonly callsOf: ReadonlyMap<TopicId, number>
}

export function beginCounting(wordbook: Wordbook, packsSinceMs: number): Counting {
  const hotWords = new HotWords(wordbook)
  const popularity = new Popularity()
  const callsOf = new Map<TopicId, number>()
  return {
    hotWords,
    popularity,
    callsOf,
    add(record) {
      const { question: text, at, person, origin, decision, articleId, topicId } = record
      if (ours.includes(decision) && ownWords.includes(origin)) hotWords.add({ text, at, person })
      if (decision !== 'answer' || !articleId) return
      popularity.add({ articleId, at, person, groups: groupsOf(record), weight: callWeights[origin] })
      if (topicId && at >= packsSinceMs) callsOf.set(topicId, (callsOf.get(topicId) ?? 0) + 1)
    },
  }
}
