// Ranks the articles that may be served on a day.
import { isInForce, type Article } from '@zhengna/contract/domain/article.ts'
import type { Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { buildIndex, type KnowledgeIndex } from '../index/knowledge-index.ts'
import { audienceBonus } from './audience.ts'
import { rank, type Ranking } from './rank.ts'
import { readQuery } from './query.ts'
import { Recall } from './recall.ts'

export class Searcher {
  readonly index: KnowledgeIndex
  private readonly recall: Recall
  private readonly byId = new Map<ArticleId, Article>()

  constructor(articles: readonly Article[], lexicon: Lexicon) {
    // By id, so that ties fall the same way wherever the knowledge base was loaded, and in whatever order.
    const published = articles.filter((article) => article.state === 'published').sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const article of published) this.byId.set(article.id, article)
    this.index = buildIndex([...this.byId.values()], lexicon)
    this.recall = new Recall(this.index)
  }

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

  /** `favoured` articles (options just shown) get a little more. `day` is YYYY-MM-DD in Beijing. */
  rank(text: string, day: string, audiences: readonly Audience[], favoured: readonly ArticleId[] = []): Ranking {
    const { articles } = this.index
    return rank(
      this.index,
      this.recall,
      readQuery(this.index, text),
      (place) => isInForce(articles[place]!.effective, day),
      (place) => audienceBonus(articles[place]!.audience, audiences) + (favoured.includes(articles[place]!.id) ? FAVOUR : 0),
    )
  }
}

const FAVOUR = 0.5
