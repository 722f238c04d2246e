// Any knowledge base as JSON lines, `{"id","question","similar":[…],"answer","topic"}`, tax or not.
import { defaultAnsweringSettings, questionKinds, type Article } from '@zhengna/contract/domain/article.ts'
import type { Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import type { EngineKnowledge } from '../engine.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { kindBit } from '../index/bits.ts'
import { kindsAsked } from '../ranking/question-kind.ts'
import { normalise } from '../text/normalise.ts'

export interface PlainArticle {
  readonly id: string
  readonly question: string
  readonly similar?: readonly string[]
  readonly answer?: string
  readonly topic?: string
}

export function toPlain(article: Article): PlainArticle {
  const texts = article.parts.flatMap((part) => (part.type === 'text' ? [part.markdown.trim()] : []))
  return { id: article.id, question: article.question, similar: article.similar, answer: texts.join('\n\n'), topic: article.topicId }
}

/** In force on every day, for everybody; what kind of question each answers is read from its words. */
export function fromPlain(rows: readonly PlainArticle[], lexicon: Lexicon): EngineKnowledge {
  const vocabulary = buildVocabulary(lexicon)
  const articles = rows.map(({ id, question, similar = [], answer = '', topic = '' }): Article => {
    const asked = kindsAsked(vocabulary, normalise(question))
    return {
      id: id as ArticleId,
      version: 1,
      topicId: topic as TopicId,
      question,
      similar: [...similar],
      parts: [{ type: 'text', markdown: answer }],
      basis: [],
      effective: { from: '0000-01-01', to: null },
      region: '',
      audience: ['everyone'],
      kind: questionKinds.find((kind) => (kindBit(kind) & asked) > 0) ?? 'what',
      keywords: [],
      reviewed: '',
      state: 'published',
      note: '',
    }
  })
  return { articles, topics: [], lexicon, settings: defaultAnsweringSettings }
}
