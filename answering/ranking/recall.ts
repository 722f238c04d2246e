// The first sieve: of all articles, the few worth a closer look, in time bounded by a budget of postings. What was left out for
// the budget's sake is added up exactly for the few.
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { placeInRow } from '../index/rows.ts'
import type { Query } from './query.ts'

/** Entries of posting lists that one query reads at most, of variants and of articles. Rarest terms go first: the rest say little. */
const POSTINGS_MAX = 45_000
/** So many times the wanted number is looked at exactly. */
const EXACT_FACTOR = 4

/** Marks an article as touched without adding to its cover. */
const TOUCHED = 1e-30

export type Recalled = {
  readonly article: number
  /** Its two most similar variants, -1 for none; and their cosines with the query. */
  readonly variant: number
  readonly cosine: number
  readonly secondCosine: number
  /** Share of the query's weight that the article's bag covers, 0…1. */
  readonly cover: number
}

/** An article with its two variants that look most like the query so far, -1 for none. */
interface Promising {
  readonly article: number
  readonly variant: number
  readonly second: number
}

/** Scratch for one index, reused by every query: nothing as long as the knowledge base is allocated per query. */
export class Recall {
  private readonly dot: Float32Array
  private readonly bag: Float32Array
  private readonly best: Float32Array
  private readonly second: Float32Array
  private readonly bestVariant: Int32Array
  private readonly secondVariant: Int32Array
  private readonly touchedVariants: Uint32Array
  private readonly touchedArticles: Uint32Array

  private readonly index: KnowledgeIndex

  constructor(index: KnowledgeIndex) {
    this.index = index
    const variants = index.articleOf.length
    const articles = index.articles.length
    this.dot = new Float32Array(variants)
    this.bag = new Float32Array(articles)
    this.best = new Float32Array(articles)
    this.second = new Float32Array(articles)
    this.bestVariant = new Int32Array(articles).fill(-1)
    this.secondVariant = new Int32Array(articles).fill(-1)
    this.touchedVariants = new Uint32Array(variants)
    this.touchedArticles = new Uint32Array(articles)
  }

  /** The `limit` most promising articles that `isServed` accepts, best first; and those of `besides` that are not among them. */
  recall(
    query: Query,
    limit: number,
    isServed: (article: number) => boolean,
    { besides = [], postingsMax = POSTINGS_MAX }: { readonly besides?: readonly number[]; readonly postingsMax?: number } = {},
  ): Recalled[] {
    const found = query.norm === 0 ? [] : this.find(query, limit, isServed, postingsMax)
    const missing = besides.filter((article) => isServed(article) && !found.some((one) => one.article === article))
    return [...found, ...missing.map((article) => this.measure(query, { article, variant: -1, second: -1 }))]
  }

  private find(query: Query, limit: number, isServed: (article: number) => boolean, postingsMax: number): Recalled[] {
    const variantCount = this.sumDots(query, postingsMax)
    const articleCount = this.pickVariants(query, variantCount, this.sumBags(query, postingsMax))
    const chosen = this.choose(query, articleCount, EXACT_FACTOR * limit, isServed)
    this.clear(articleCount)
    const exact = chosen.map((candidate) => this.measure(query, candidate))
    return exact.sort((a, b) => b.cosine + b.cover - (a.cosine + a.cover) || a.article - b.article).slice(0, limit)
  }

  private sumDots(query: Query, postingsMax: number): number {
    const { index, dot, touchedVariants } = this
    let touched = 0
    let budget = postingsMax
    for (const term of rarestFirst(query.terms, index.weight)) {
      const start = index.variantsWith.starts[term]!
      const end = index.variantsWith.starts[term + 1]!
      if ((budget -= end - start) < 0) break
      const gain = index.weight[term]! ** 2
      for (let i = start; i < end; i++) {
        const variant = index.variantsWith.values[i]!
        if (dot[variant] === 0) touchedVariants[touched++] = variant
        dot[variant]! += gain
      }
    }
    return touched
  }

  private sumBags(query: Query, postingsMax: number): number {
    const { index, bag, touchedArticles } = this
    let touched = 0
    let budget = postingsMax
    for (const term of rarestFirst(query.terms, index.weight)) {
      const start = index.articlesWith.starts[term]!
      const end = index.articlesWith.starts[term + 1]!
      if ((budget -= end - start) < 0) break
      const weight = index.weight[term]!
      for (let i = start; i < end; i++) {
        const article = index.articlesWith.values[i]!
        if (bag[article] === 0) touchedArticles[touched++] = article
        bag[article]! += weight * index.articlesWithShare[i]!
      }
    }
    return touched
  }

  /** Returns how many articles are touched now: a budget may have run out before the bag of a variant's article was seen. */
  private pickVariants(query: Query, count: number, articleCount: number): number {
    const { index, dot, bag, best, second, bestVariant, secondVariant, touchedArticles } = this
    let touched = articleCount
    for (let i = 0; i < count; i++) {
      const variant = this.touchedVariants[i]!
      const cosine = (dot[variant]! * index.inverseNorm[variant]!) / query.norm
      dot[variant] = 0
      const article = index.articleOf[variant]!
      if (bag[article] === 0) {
        bag[article] = TOUCHED
        touchedArticles[touched++] = article
      }
      if (cosine > best[article]!) {
        second[article] = best[article]!
        secondVariant[article] = bestVariant[article]!
        best[article] = cosine
        bestVariant[article] = variant
      } else if (cosine > second[article]!) {
        second[article] = cosine
        secondVariant[article] = variant
      }
    }
    return touched
  }

  /** The `limit` most promising ones. */
  private choose(query: Query, count: number, limit: number, isServed: (article: number) => boolean): Promising[] {
    const chosen: Promising[] = []
    const promises: number[] = []
    for (let i = 0; i < count; i++) {
      const article = this.touchedArticles[i]!
      const promise = this.best[article]! + this.bag[article]! / query.totalWeight
      if (chosen.length === limit && promise <= promises[limit - 1]!) continue
      if (!isServed(article)) continue
      let at = chosen.length === limit ? limit - 1 : chosen.length
      while (at > 0 && promises[at - 1]! < promise) {
        promises[at] = promises[at - 1]!
        chosen[at] = chosen[at - 1]!
        at--
      }
      promises[at] = promise
      chosen[at] = { article, variant: this.bestVariant[article]!, second: this.secondVariant[article]! }
    }
    return chosen
  }

  /** A candidate with all of the query's terms counted, those beyond the budget too. */
  private measure(query: Query, { article, variant, second }: Promising): Recalled {
    const { index } = this
    let covered = 0
    for (const term of query.terms) {
      const place = placeInRow(index.bagTerms, article, term)
      if (place >= 0) covered += index.weight[term]! * index.bagShare[place]!
    }
    const first = this.cosineWith(query, variant)
    const next = this.cosineWith(query, second)
    const isInOrder = first >= next
    return {
      article,
      variant: isInOrder ? variant : second,
      cosine: Math.max(first, next),
      secondCosine: Math.min(first, next),
      cover: query.totalWeight > 0 ? covered / query.totalWeight : 0,
    }
  }

  private cosineWith(query: Query, variant: number): number {
    if (variant < 0) return 0
    const { index } = this
    const { values, starts } = index.variantTerms
    let dot = 0
    let next = 0
    for (let i = starts[variant]!; i < starts[variant + 1]!; i++) {
      const term = values[i]!
      while (next < query.terms.length && query.terms[next]! < term) next++
      if (query.terms[next] === term) dot += index.weight[term]! ** 2
    }
    return (dot * index.inverseNorm[variant]!) / query.norm
  }

  private clear(count: number): void {
    for (let i = 0; i < count; i++) {
      const article = this.touchedArticles[i]!
      this.bag[article] = 0
      this.best[article] = 0
      this.second[article] = 0
      this.bestVariant[article] = -1
      this.secondVariant[article] = -1
    }
  }
}

function rarestFirst(terms: Uint32Array, weight: Float32Array): Uint32Array {
  return terms.slice().sort((a, b) => weight[b]! - weight[a]!)
}
