// The first sieve: of all articles, the few worth a closer look, in time bounded by a budget of postings. What was left out for
// the budget's sake is added up exactly for the few.
import { TERMS_MAX } from '../index/collect.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { surenessOf } from '../index/mass.ts'
import type { Query } from './query.ts'

/** Entries of posting lists that one query reads at most, of variants and of articles. Rarest terms go first: the rest say little. */
const POSTINGS_MAX = 45_000
/** Not above `POSTINGS_MAX`. */
const BAG_POSTINGS_MAX = 30_000
/** Variants, and articles, that one query adds up at most: once the rare terms have named so many, commoner ones only add to them. */
const NAMED_MAX = 12_000
const NAMED_ARTICLES_MAX = 6_000
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
  /** Beside the query's terms: how much the article says of each (index/mass.ts). */
  readonly masses: Uint32Array
}

/** What sums rounded differently may be apart. */
const ROUNDING = 1e-4

/** An article with its two variants that look most like the query so far, -1 for none. */
interface Candidate {
  readonly article: number
  readonly variant: number
  readonly second: number
}

interface Promising extends Candidate {
  /** Its best cosine and its cover, as far as the budgets went. */
  readonly promise: number
  /** What the terms beyond them may add to that at most. */
  readonly mostMore: number
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
  /** One row of the index, undone: a posting list, or the terms of a variant; and what it carries. */
  private readonly row: Uint32Array
  private readonly carried: Uint32Array
  /** Of one query, beyond the budgets: the squares of the terms' weights for variants, their weights for articles. */
  private unreadSquares = 0
  private unreadWeight = 0

  private readonly index: KnowledgeIndex

  constructor(index: KnowledgeIndex) {
    this.index = index
    const variants = index.articleOf.length
    const articles = index.articles.count
    this.dot = new Float32Array(variants)
    this.bag = new Float32Array(articles)
    this.best = new Float32Array(articles)
    this.second = new Float32Array(articles)
    this.bestVariant = new Int32Array(articles).fill(-1)
    this.secondVariant = new Int32Array(articles).fill(-1)
    this.touchedVariants = new Uint32Array(variants)
    this.touchedArticles = new Uint32Array(articles)
    this.row = new Uint32Array(Math.max(POSTINGS_MAX, TERMS_MAX))
    this.carried = new Uint32Array(BAG_POSTINGS_MAX)
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
    const terms = rarestFirst(query.terms, this.index.weight)
    const variantCount = this.sumDots(terms, postingsMax)
    const articleCount = this.pickVariants(query, variantCount, this.sumBags(terms, postingsMax))
    const chosen = this.choose(query, articleCount, EXACT_FACTOR * limit, isServed)
    this.clear(articleCount)
    return this.measureBest(query, chosen, limit)
  }

  private sumDots(terms: Uint32Array, postingsMax: number): number {
    const { index, dot, touchedVariants, row } = this
    let touched = 0
    let budget = postingsMax
    this.unreadSquares = 0
    for (const term of terms) {
      const gain = index.weight[term]! ** 2
      if ((budget -= index.variantsWith.countAt(term)) < 0) {
        this.unreadSquares += gain
        continue
      }
      const count = index.variantsWith.read(term, row)
      for (let i = 0; i < count; i++) {
        const variant = row[i]!
        if (dot[variant] === 0) {
          if (touched === NAMED_MAX) continue
          touchedVariants[touched++] = variant
        }
        dot[variant]! += gain
      }
    }
    return touched
  }

  private sumBags(terms: Uint32Array, postingsMax: number): number {
    const { index, bag, touchedArticles, row, carried } = this
    let touched = 0
    let budget = Math.min(postingsMax, BAG_POSTINGS_MAX)
    this.unreadWeight = 0
    for (const term of terms) {
      const weight = index.weight[term]!
      if ((budget -= index.articlesWith.countAt(term)) < 0) {
        this.unreadWeight += weight
        continue
      }
      const count = index.articlesWith.read(term, row, carried)
      for (let i = 0; i < count; i++) {
        const article = row[i]!
        if (bag[article] === 0) {
          if (touched === NAMED_ARTICLES_MAX) continue
          touchedArticles[touched++] = article
        }
        bag[article]! += weight * surenessOf(carried[i]!)
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
    for (let i = 0; i < count; i++) {
      const article = this.touchedArticles[i]!
      const promise = this.best[article]! + this.bag[article]! / query.totalWeight
      if (chosen.length === limit && promise <= chosen[limit - 1]!.promise) continue
      if (!isServed(article)) continue
      let at = chosen.length === limit ? limit - 1 : chosen.length
      for (; at > 0 && chosen[at - 1]!.promise < promise; at--) chosen[at] = chosen[at - 1]!
      const variant = this.bestVariant[article]!
      const second = this.secondVariant[article]!
      const isBagRead = this.bag[article]! > TOUCHED
      chosen[at] = { article, variant, second, promise, mostMore: this.mostMore(query, variant, second, isBagRead) }
    }
    return chosen
  }

  /** What the terms beyond the budgets may add to an article's promise. */
  private mostMore(query: Query, variant: number, second: number, isBagRead: boolean): number {
    const { inverseNorm } = this.index
    const longest = Math.max(variant < 0 ? 0 : inverseNorm[variant]!, second < 0 ? 0 : inverseNorm[second]!)
    const cover = isBagRead ? this.unreadWeight / query.totalWeight : 1
    return cover + (this.unreadSquares * longest) / query.norm + ROUNDING
  }

  /** The best `limit` when all terms are counted. Of `promising`, best first, those that cannot be among them are not measured. */
  private measureBest(query: Query, promising: readonly Promising[], limit: number): Recalled[] {
    const best: Recalled[] = []
    for (const candidate of promising) {
      const last = best[limit - 1]
      if (last && candidate.promise + candidate.mostMore < last.cosine + last.cover) continue
      const measured = this.measure(query, candidate)
      if (last && !comesBefore(measured, last)) continue
      let at = last ? limit - 1 : best.length
      for (; at > 0 && comesBefore(measured, best[at - 1]!); at--) best[at] = best[at - 1]!
      best[at] = measured
    }
    return best
  }

  /** A candidate with all of the query's terms counted, those beyond the budget too. */
  private measure(query: Query, { article, variant, second }: Candidate): Recalled {
    const { index } = this
    const masses = new Uint32Array(query.terms.length)
    index.bags.carriedFor(article, query.terms, masses)
    let covered = 0
    for (let i = 0; i < masses.length; i++) covered += index.weight[query.terms[i]!]! * surenessOf(masses[i]!)
    const first = this.cosineWith(query, variant)
    const next = this.cosineWith(query, second)
    const isInOrder = first >= next
    return {
      article,
      variant: isInOrder ? variant : second,
      cosine: Math.max(first, next),
      secondCosine: Math.min(first, next),
      cover: query.totalWeight > 0 ? covered / query.totalWeight : 0,
      masses,
    }
  }

  private cosineWith(query: Query, variant: number): number {
    if (variant < 0) return 0
    const { index, row } = this
    const count = index.variantTerms.read(variant, row)
    let dot = 0
    let next = 0
    for (let i = 0; i < count; i++) {
      const term = row[i]!
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

const comesBefore = (a: Recalled, b: Recalled): boolean => {
  const difference = a.cosine + a.cover - (b.cosine + b.cover)
  return difference > 0 || (difference === 0 && a.article < b.article)
}

function rarestFirst(terms: Uint32Array, weight: Float32Array): Uint32Array {
  return terms.slice().sort((a, b) => weight[b]! - weight[a]!)
}
