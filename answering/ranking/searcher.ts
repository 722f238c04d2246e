// Ranks the articles that may be served on a day.
import { digestOf, isInForce, type Article, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { buildIndex, type KnowledgeIndex } from '../index/knowledge-index.ts'
import { isPackOf, packIndex, unpackIndex } from '../index/pack.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { audienceBonus } from './audience.ts'
import { Others } from './others.ts'
import { NEAREST_CANDIDATES, nearnessBonuses, type Nearness } from './nearness.ts'
import { rank, type Meant, type Ranking } from './rank.ts'
import { readQuery } from './query.ts'
import { Recall } from './recall.ts'

export class Searcher {
  readonly index: KnowledgeIndex
  readonly recall: Recall
  private readonly others: Others | null
  private readonly byId = new Map<ArticleId, Article>()
  private readonly placeOf: ReadonlyMap<ArticleId, number>

  /** `packed`: an index of this very knowledge, if there is one (index/pack.ts). */
  constructor({ articles, lexicon, ...rest }: Omit<KnowledgeSnapshot, 'version'>, packed?: Uint8Array) {
    for (const article of publishedOf(articles)) this.byId.set(article.id, article)
    const unique = [...this.byId.values()]
    const vocabulary = buildVocabulary(lexicon)
    const digest = digestOf({ articles: unique, lexicon, ...rest })
    this.index = (packed && unpackIndex(packed, digest, unique, vocabulary)) ?? buildIndex(unique, vocabulary)
    this.placeOf = new Map(this.index.articles.map(({ id }, place) => [id, place]))
    this.recall = new Recall(this.index)
    this.others = isOfTrade(this.index) ? new Others(vocabulary) : null
    this.pack = () => packIndex(this.index, digest)
  }

  readonly pack: () => Uint8Array

  /** The published article, in force or not. */
  article(id: ArticleId): Article | undefined {
    return this.byId.get(id)
  }

  isServed(id: ArticleId, day: string): boolean {
    const article = this.byId.get(id)
    return article !== undefined && isInForce(article.effective, day)
  }

  articleAt(place: number): Article {
    return this.index.articles[place]!
  }

  /** Whose business a text is that is not ours; null where that cannot be told. */
  otherOffice(text: string): OtherOffice | null {
    const match = this.others?.nearest(readQuery(this.index, text).text)
    if (!match) return null
    return match.cosine >= (match.office?.name === '' ? NOBODYS_COSINE_MIN : OTHER_COSINE_MIN) ? match.office : null
  }

  /** `favoured` articles (options just shown) get a little more. `day` is YYYY-MM-DD in Beijing. */
  rank(text: string, day: string, audiences: readonly Audience[], favoured: readonly ArticleId[] = [], nearness?: Nearness): Ranking {
    const { articles } = this.index
    const query = readQuery(this.index, text)
    return rank(
      this.index,
      this.recall,
      query,
      (place) => isInForce(articles[place]!.effective, day),
      (place) => audienceBonus(articles[place]!.audience, audiences) + (favoured.includes(articles[place]!.id) ? FAVOUR : 0),
      { vocabulary: this.others ? this.index.vocabulary : null, other: this.others?.nearest(query.text) ?? null },
      nearness?.size ? this.meant(nearness) : null,
    )
  }

  /** Articles that the model knows and this index does not are of another version: they do not count. */
  private meant(nearness: Nearness): Meant {
    const { articles } = this.index
    const places = [...nearness.keys()].flatMap((id) => this.placeOf.get(id) ?? [])
    return {
      besides: places.slice(0, NEAREST_CANDIDATES),
      bonuses: (candidates) =>
        nearnessBonuses(
          candidates.map((place) => articles[place]!.id),
          nearness,
        ),
    }
  }
}

/** By id, so that ties fall the same way wherever the knowledge base was loaded, and in whatever order. */
const publishedOf = (articles: readonly Article[]): Article[] =>
  articles.filter((article) => article.state === 'published').sort((a, b) => (a.id < b.id ? -1 : 1))

/** Whether `packed` is the index of this knowledge, so that it opens instead of being built. Takes milliseconds. */
export function isIndexOf(packed: Uint8Array, { articles, ...rest }: Omit<KnowledgeSnapshot, 'version'>): boolean {
  const unique = [...new Map(publishedOf(articles).map((article) => [article.id, article])).values()]
  return isPackOf(packed, digestOf({ articles: unique, ...rest }))
}

const FAVOUR = 0.5
/** Less like a question of theirs, and it is better said that nothing was found. */
const OTHER_COSINE_MIN = 0.3
/** To be told that only taxes are answered here one must have said something else for sure. */
const NOBODYS_COSINE_MIN = 0.5

/** Of the standard questions, so many must have a word of the trade. */
const OF_TRADE_SHARE = 0.5

/** As many articles tell it as well as all of them. */
const OF_TRADE_SAMPLE = 2_000

/** Whether what the lexicon knows of our business and others' is about this knowledge base at all. */
function isOfTrade({ articles, articleOf, texts, vocabulary }: KnowledgeIndex): boolean {
  const step = Math.max(1, Math.floor(articles.length / OF_TRADE_SAMPLE))
  let asked = 0
  let anchored = 0
  for (let variant = 0; variant < articleOf.length; variant++) {
    const article = articleOf[variant]!
    // The first of an article's texts is its standard question.
    if (article % step !== 0 || articleOf[variant - 1] === article) continue
    asked++
    if (vocabulary.hasAnchor(texts.at(variant))) anchored++
  }
  return anchored > 0 && anchored >= OF_TRADE_SHARE * asked
}
