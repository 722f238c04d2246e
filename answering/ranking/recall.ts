// The first sieve: of all articles, the few worth a closer look, in time bounded by a budget of postings. What was left out for
// the budget's sake is added up exactly for the few.
import { TERMS_MAX } from '../index/collect.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { surenessOf } from '../index/mass.ts'
import type { Query } from './query.ts'

/** Entries of posting lists that one query reads at most, of variants and of articles. Rarest terms go first: the rest say little. */
const POSTINGS_MAX = 30_000
/** Not above `POSTINGS_MAX`. */
const BAG_POSTINGS_MAX = 20_000
/** Variants, and articles, that one query adds up at most: once the rare terms have named so many, commoner ones only add to them. */
const NAMED_MAX = 8_000
const NAMED_ARTICLES_MAX = 4_000
/** So many times the wanted number is looked at exactly. */
const EXACT_FACTOR = 3

/** Of an article: its variant most like the query, -1 for none, and its cosine; and the cosine of its next. */
interface Likeness {
  readonly variant: number
  readonly cosine: number
  readonly secondCosine: number
}

const unlike: Likeness = { variant: -1, cosine: 0, secondCosine: 0 }

export interface Recalled extends Likeness {
  readonly article: number
  /** Share of the query's weight that the article's bag covers, 0…1. */
  readonly cover: number
  /** Beside the query's terms: how much the article says of each (index/mass.ts). */
  readonly masses: Uint32Array<ArrayBuffer>
}

/** What sums rounded differently may be apart. */
const ROUNDING = 1e-4

/**
 * Scratch for one index, reused by every query: nothing as long as the knowledge base is allocated per query. What a query names is
 * kept side by side in slots, from 1 up in the order it is named, since it is a small part of the index and is gone through often.
 */
export class Recall {
  /** Slots of variants and articles, 0 for what the query has not named. */
  private readonly slotOfVariant: Uint16Array
  private readonly slotOfArticle: Uint16Array
  /** By slot of a variant. */
  private readonly variants: Uint32Array
  private readonly dot: Float32Array
  /** By slot of an article: what its bag has of the query; its two variants most like the query, -1 for none, and their cosines. */
  private readonly articles: Uint32Array
  private readonly bag: Float32Array
  private readonly best: Float32Array
  private readonly second: Float32Array
  private readonly bestVariant: Int32Array
  private readonly secondVariant: Int32Array
  /** By slot of an article: its best cosine and its cover, as far as the budgets went. */
  private readonly promise: Float64Array
  private articleCount = 0
  /** One row of the index, undone: a posting list, or the terms of a variant; and what it carries. */
  private readonly row: Uint32Array
  private readonly carried: Uint32Array
  /** Of one query, beyond the budgets: the squares of the terms' weights for variants, their weights for articles. */
  private unreadSquares = 0
  private unreadWeight = 0

  private readonly index: KnowledgeIndex

  constructor(index: KnowledgeIndex) {
    this.index = index
    const variantSlots = NAMED_MAX + 1
    const articleSlots = NAMED_ARTICLES_MAX + NAMED_MAX + 1
    this.slotOfVariant = new Uint16Array(index.articleOf.length)
    this.slotOfArticle = new Uint16Array(index.articles.count)
    this.variants = new Uint32Array(variantSlots)
    this.dot = new Float32Array(variantSlots)
    this.articles = new Uint32Array(articleSlots)
    this.bag = new Float32Array(articleSlots)
    this.best = new Float32Array(articleSlots)
    this.second = new Float32Array(articleSlots)
    this.bestVariant = new Int32Array(articleSlots)
    this.secondVariant = new Int32Array(articleSlots)
    this.promise = new Float64Array(articleSlots)
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
    return [...found, ...missing.map((article) => this.measure(query, article, unlike))]
  }

  /** Of every article that the rarer terms lead to: how like the query its most similar variant is. */
  cosines(query: Query): { readonly article: number; readonly cosine: number }[] {
    if (query.norm === 0) return []
    this.pickVariants(query, this.sumDots(rarestFirst(query.terms, this.index.weight), POSTINGS_MAX))
    const found = Array.from({ length: this.articleCount }, (_, i) => {
      const slot = i + 1
      const { cosine } = this.likenessOf(query, this.bestVariant[slot]!, this.secondVariant[slot]!)
      return { article: this.articles[slot]!, cosine }
    })
    this.clear()
    return found
  }

  private find(query: Query, limit: number, isServed: (article: number) => boolean, postingsMax: number): Recalled[] {
    const terms = rarestFirst(query.terms, this.index.weight)
    const variantCount = this.sumDots(terms, postingsMax)
    this.sumBags(terms, postingsMax)
    this.pickVariants(query, variantCount)
    const found = this.measureBest(query, this.choose(query, EXACT_FACTOR * limit, isServed), limit)
    this.clear()
    return found
  }

  private clear(): void {
    for (let slot = 1; slot <= this.articleCount; slot++) this.slotOfArticle[this.articles[slot]!] = 0
    this.articleCount = 0
  }

  /** Returns how many variants have slots. */
  private sumDots(terms: Uint32Array, postingsMax: number): number {
    const { index, dot, slotOfVariant, variants, row } = this
    let named = 0
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
        const slot = slotOfVariant[variant]!
        if (slot > 0) dot[slot]! += gain
        else if (named < NAMED_MAX) {
          slotOfVariant[variant] = ++named
          variants[named] = variant
          dot[named] = gain
        }
      }
    }
    return named
  }

  private sumBags(terms: Uint32Array, postingsMax: number): void {
    const { index, bag, slotOfArticle, row, carried } = this
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
        let slot = slotOfArticle[article]!
        if (slot === 0) {
          if (this.articleCount >= NAMED_ARTICLES_MAX) continue
          slot = this.name(article)
        }
        bag[slot]! += weight * surenessOf(carried[i]!)
      }
    }
  }

  /** A budget may have run out before the bag of a variant's article was seen: such an article has an empty one. */
  private pickVariants(query: Query, count: number): void {
    const { index, slotOfVariant, variants, dot, slotOfArticle, best, second, bestVariant, secondVariant } = this
    for (let i = 1; i <= count; i++) {
      const variant = variants[i]!
      slotOfVariant[variant] = 0
      const cosine = (dot[i]! * index.inverseNorm[variant]!) / query.norm
      const article = index.articleOf[variant]!
      const slot = slotOfArticle[article]! || this.name(article)
      if (cosine > best[slot]!) {
        second[slot] = best[slot]!
        secondVariant[slot] = bestVariant[slot]!
        best[slot] = cosine
        bestVariant[slot] = variant
      } else if (cosine > second[slot]!) {
        second[slot] = cosine
        secondVariant[slot] = variant
      }
    }
  }

  /** A slot for an article that has none. */
  private name(article: number): number {
    const slot = ++this.articleCount
    this.slotOfArticle[article] = slot
    this.articles[slot] = article
    this.bag[slot] = 0
    this.best[slot] = 0
    this.second[slot] = 0
    this.bestVariant[slot] = -1
    this.secondVariant[slot] = -1
    return slot
  }

  /** The slots of the `limit` most promising ones, best first. */
  private choose(query: Query, limit: number, isServed: (article: number) => boolean): Uint32Array {
    const { articles, best, bag, promise } = this
    const chosen = new Uint32Array(limit)
    let count = 0
    let least = -1
    for (let slot = 1; slot <= this.articleCount; slot++) {
      const own = best[slot]! + bag[slot]! / query.totalWeight
      if (own <= least || !isServed(articles[slot]!)) continue
      promise[slot] = own
      let at = count === limit ? limit - 1 : count++
      for (; at > 0 && promise[chosen[at - 1]!]! < own; at--) chosen[at] = chosen[at - 1]!
      chosen[at] = slot
      if (count === limit) least = promise[chosen[limit - 1]!]!
    }
    return chosen.subarray(0, count)
  }

  /** What its best cosine is at most, and its cover, with what the terms beyond the budgets may add. */
  private mostCosine(query: Query, slot: number): number {
    const { inverseNorm } = this.index
    const variant = this.bestVariant[slot]!
    const second = this.secondVariant[slot]!
    const longest = Math.max(variant < 0 ? 0 : inverseNorm[variant]!, second < 0 ? 0 : inverseNorm[second]!)
    return this.best[slot]! + (this.unreadSquares * longest) / query.norm + ROUNDING
  }
  private mostCover(query: Query, slot: number): number {
    const bag = this.bag[slot]!
    return bag > 0 ? (bag + this.unreadWeight) / query.totalWeight + ROUNDING : 1
  }

  /** The best `limit` when all terms are counted. Of `slots`, the most promising first, those that cannot be among them are not measured. */
  private measureBest(query: Query, slots: Uint32Array, limit: number): Recalled[] {
    const best: Recalled[] = []
    // What is measured and not kept leaves its masses to the next: an array of its own for each is what costs most here.
    let spare = new Uint32Array(query.terms.length)
    for (const slot of slots) {
      const last = best[limit - 1]
      const mostCover = this.mostCover(query, slot)
      if (last && this.mostCosine(query, slot) + mostCover < last.cosine + last.cover) continue
      const likeness = this.likenessOf(query, this.bestVariant[slot]!, this.secondVariant[slot]!)
      if (last && likeness.cosine + mostCover < last.cosine + last.cover) continue
      const measured = this.measure(query, this.articles[slot]!, likeness, spare)
      if (last && !comesBefore(measured, last)) continue
      spare = last?.masses ?? new Uint32Array(query.terms.length)
      let at = last ? limit - 1 : best.length
      for (; at > 0 && comesBefore(measured, best[at - 1]!); at--) best[at] = best[at - 1]!
      best[at] = measured
    }
    return best
  }

  /** An article with all of the query's terms counted, those beyond the budget too. `masses` becomes the result's own. */
  private measure(query: Query, article: number, likeness: Likeness, masses = new Uint32Array(query.terms.length)): Recalled {
    const { index } = this
    index.bags.carriedFor(article, query.terms, masses)
    let covered = 0
    for (let i = 0; i < masses.length; i++) covered += index.weight[query.terms[i]!]! * surenessOf(masses[i]!)
    const { variant, cosine, secondCosine } = likeness
    return { article, variant, cosine, secondCosine, cover: query.totalWeight > 0 ? covered / query.totalWeight : 0, masses }
  }

  private likenessOf(query: Query, variant: number, second: number): Likeness {
    const first = this.cosineWith(query, variant)
    const next = this.cosineWith(query, second)
    return first >= next ? { variant, cosine: first, secondCosine: next } : { variant: second, cosine: next, secondCosine: first }
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
}

const comesBefore = (a: Recalled, b: Recalled): boolean => {
  const difference = a.cosine + a.cover - (b.cosine + b.cover)
  return difference > 0 || (difference === 0 && a.article < b.article)
}

function rarestFirst(terms: Uint32Array, weight: Float32Array): Uint32Array {
  return terms.slice().sort((a, b) => weight[b]! - weight[a]!)
}
