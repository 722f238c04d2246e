// The indexed articles: what ranking asks of every one of them as columns, and each whole one for when it is shown.
import { Article } from '@zhengna/contract/domain/article.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { audienceBits, kindBit } from './bits.ts'
import { Texts } from './texts.ts'
import { fromUtf8, utf8Of } from './units.ts'

/**
 * By article; kinds and audiences as bits (bits.ts). `from` and `to`: the first and the last day it is in force (`dayNumber`).
 * `byId`: the articles in the order of their ids.
 */
export type ArticleColumns = {
  readonly ids: Texts
  readonly byId: Uint32Array
  readonly kinds: Uint16Array
  readonly audiences: Uint16Array
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** Articles as JSON in UTF-8, end to end: of each the values of `keys`, whose names would be two thirds of a short one. */
export type ArticleTexts = { readonly keys: readonly string[]; readonly bytes: Uint8Array; readonly starts: Uint32Array }

export class Articles {
  readonly columns: ArticleColumns
  private readonly whole: (Article | undefined)[]
  private readonly texts: ArticleTexts | null

  /** `whole`: by place; what is not in it is read from `texts` when it is first wanted. */
  private constructor(columns: ArticleColumns, whole: readonly Article[], texts: ArticleTexts | null) {
    this.columns = columns
    this.whole = [...whole]
    this.texts = texts
  }

  static of(articles: readonly Article[]): Articles {
    const columns: ArticleColumns = {
      ids: Texts.of(articles.map(({ id }) => id)),
      byId: Uint32Array.from(articles.keys()).sort((a, b) => (articles[a]!.id < articles[b]!.id ? -1 : 1)),
      kinds: Uint16Array.from(articles, ({ kind }) => kindBit(kind)),
      audiences: Uint16Array.from(articles, ({ audience }) => audienceBits(audience)),
      from: Uint32Array.from(articles, ({ effective }) => dayNumber(effective.from)),
      to: Uint32Array.from(articles, ({ effective }) => (effective.to === null ? FOR_EVER : dayNumber(effective.to))),
    }
    return new Articles(columns, articles, null)
  }

  static opened(columns: ArticleColumns, texts: ArticleTexts): Articles {
    return new Articles(columns, [], texts)
  }

  get count(): number {
    return this.columns.ids.count
  }

  at(place: number): Article {
    return (this.whole[place] ??= this.read(place))
  }

  idAt(place: number): ArticleId {
    return this.columns.ids.at(place) as ArticleId
  }

  /** Undefined for an article that is not indexed. */
  placeOf(id: ArticleId): number | undefined {
    const { byId } = this.columns
    let low = 0
    let high = byId.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.idAt(byId[middle]!) < id) low = middle + 1
      else high = middle
    }
    const place = byId[low]
    return place !== undefined && this.idAt(place) === id ? place : undefined
  }

  /** `day` as `dayNumber` gives it. */
  isInForce(place: number, day: number): boolean {
    return this.columns.from[place]! <= day && day <= this.columns.to[place]!
  }

  asTexts(): ArticleTexts {
    if (this.texts) return this.texts
    const keys = articleKeys
    const texts = Array.from({ length: this.count }, (_, place) => utf8Of(JSON.stringify(keys.map((key) => this.at(place)[key]))))
    const starts = new Uint32Array(texts.length + 1)
    for (const [i, text] of texts.entries()) starts[i + 1] = starts[i]! + text.length
    const bytes = new Uint8Array(starts[texts.length]!)
    for (const [i, text] of texts.entries()) bytes.set(text, starts[i])
    return { keys, bytes, starts }
  }

  private read(place: number): Article {
    const { keys, bytes, starts } = this.texts!
    const values = JSON.parse(fromUtf8(bytes.subarray(starts[place], starts[place + 1]))) as unknown[]
    return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as Article
  }
}

const articleKeys = Object.keys(Article.properties) as (keyof Article)[]

const FOR_EVER = 99_999_999

/** YYYY-MM-DD as a number in the order of days. */
export const dayNumber = (day: string): number => Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10))
