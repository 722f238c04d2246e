// What no article answers: questions of other offices, and texts that ask for nothing in particular. Compared as articles are.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { buildIndex, type KnowledgeIndex } from '../index/knowledge-index.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Wording } from '../index/wording.ts'
import { weighQuery } from './query.ts'
import { Recall } from './recall.ts'

export interface OtherMatch {
  /** Whose business it looks like; null where nothing is like it. */
  readonly office: OtherOffice | null
  /** With the example most like the query, 0…1. */
  readonly cosine: number
  /** The same with the vague text most like it. */
  readonly vagueCosine: number
}

export class Others {
  private readonly index: KnowledgeIndex
  private readonly recall: Recall
  private readonly vocabulary: Vocabulary
  private readonly vaguePlace: number

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    const { elsewhere, vague } = vocabulary.lexicon
    this.vaguePlace = elsewhere.length
    this.index = buildIndex(
      [...elsewhere.map(({ examples }, place) => asArticle(examples, place)), asArticle(vague, this.vaguePlace)],
      vocabulary,
    )
    this.recall = new Recall(this.index)
  }

  nearest(wording: Wording): OtherMatch {
    const { elsewhere } = this.vocabulary.lexicon
    const found = this.recall.cosines(weighQuery(this.index, wording))
    const cosineAt = (isMeant: (place: number) => boolean) =>
      found.filter(({ article }) => isMeant(article)).sort((a, b) => b.cosine - a.cosine)[0]
    const vague = cosineAt((place) => place === this.vaguePlace)
    const other = cosineAt((place) => place !== this.vaguePlace)
    const cosine = other?.cosine ?? 0
    // A phrase says whose it is more surely than a question that is merely alike.
    const named = cosine < SURE_COSINE ? this.vocabulary.elsewhere(wording.text).find(({ office }) => office.name !== '') : undefined
    return { office: named?.office ?? (other && elsewhere[other.article]) ?? null, cosine, vagueCosine: vague?.cosine ?? 0 }
  }
}

const SURE_COSINE = 0.6

/** As the index reads an article: examples are ways of putting one question. */
function asArticle(examples: readonly string[], place: number): Article {
  return {
    id: `other-${place}` as ArticleId,
    version: 1,
    topicId: 'others' as TopicId,
    question: '',
    similar: [...examples],
    parts: [],
    basis: [],
    effective: { from: '0000-01-01', to: null },
    region: '',
    audience: ['everyone'],
    kind: 'what',
    keywords: [],
    reviewed: '',
    state: 'published',
    note: '',
  }
}
