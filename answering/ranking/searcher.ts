// Ranks the articles that may be served on a day.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { dayNumber } from '../index/articles.ts'
import { audienceBits } from '../index/bits.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { wordingOf } from '../index/wording.ts'
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

  constructor(index: KnowledgeIndex) {
    this.index = index
    this.recall = new Recall(index)
    this.others = isOfTrade(index) ? new Others(index.vocabulary) : null
  }

  /** The published article, in force or not. */
  article(id: ArticleId): Article | undefined {
    const place = this.index.articles.placeOf(id)
    return place === undefined ? undefined : this.index.articles.at(place)
  }

  isServed(id: ArticleId, day: string): boolean {
    const place = this.index.articles.placeOf(id)
    return place !== undefined && this.index.articles.isInForce(place, dayNumber(day))
  }

  articleAt(place: number): Article {
    return this.index.articles.at(place)
  }

  /** Whose business a text is that is not ours; null where that cannot be told. */
  otherOffice(text: string): OtherOffice | null {
    const match = this.others?.nearest(wordingOf(this.index.vocabulary, text))
    if (!match) return null
    return match.cosine >= (match.office?.name === '' ? NOBODYS_COSINE_MIN : OTHER_COSINE_MIN) ? match.office : null
  }

  /** `favoured` articles (options just shown) get a little more. `day` is YYYY-MM-DD in Beijing. */
  rank(text: string, day: string, audiences: readonly Audience[], favoured: readonly ArticleId[] = [], nearness?: Nearness): Ranking {
    const { articles, vocabulary } = this.index
    const query = readQuery(this.index, text)
    const today = dayNumber(day)
    const asker = audienceBits(audiences)
    const favouredPlaces = favoured.map((id) => articles.placeOf(id))
    return rank(
      this.index,
      this.recall,
      query,
      (place) => articles.isInForce(place, today),
      (place) => audienceBonus(articles.columns.audiences[place]!, asker) + (favouredPlaces.includes(place) ? FAVOUR : 0),
      { vocabulary: this.others ? vocabulary : null, other: this.others?.nearest(query.wording) ?? null },
      nearness?.size ? this.meant(nearness) : null,
    )
  }

  /** Articles that the model knows and this index does not are of another version: they do not count. */
  private meant(nearness: Nearness): Meant {
    const { articles } = this.index
    const places = [...nearness.keys()].flatMap((id) => articles.placeOf(id) ?? [])
    return {
      besides: places.slice(0, NEAREST_CANDIDATES),
      bonuses: (candidates) =>
        nearnessBonuses(
          candidates.map((place) => articles.idAt(place)),
          nearness,
        ),
    }
  }
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
  const step = Math.max(1, Math.floor(articles.count / OF_TRADE_SAMPLE))
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
