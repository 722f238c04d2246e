// 智能联想: questions that match what is being typed, whole or in part, in characters, by sound, in pinyin or its initials.
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { dayNumber } from '../index/articles.ts'
import { audienceBits } from '../index/bits.ts'
import { audienceBonus } from '../ranking/audience.ts'
import { readQuery } from '../ranking/query.ts'
import type { Searcher } from '../ranking/searcher.ts'
import { normaliseQuery } from '../text/normalise.ts'
import { stripPoliteness } from '../text/politeness.ts'
import { keysOfHeard, keysOfWritten, Occurrences } from './occurrences.ts'
import { readAloud, soundsIn, type SoundLines } from './sound-lines.ts'
import { openings, spells } from './spelling.ts'

export interface Suggestion {
  readonly articleId: ArticleId
  /** The standard question: what is sent when it is picked. */
  readonly question: string
  /** A way of putting it that matches where the standard question itself does not; null where it does. */
  readonly alias: string | null
}

export interface SuggestOptions {
  readonly day: string
  readonly limit: number
  readonly audiences?: readonly Audience[]
  /** How much an article is asked for, 0…1. */
  readonly popularityOf?: (articleId: ArticleId) => number
}

/** How sure a kind of match is: of two articles the one with the better kind comes first, but for much better places. */
const sureness = { written: 3, mixed: 2.7, spelt: 2.5, heard: 2, scattered: 0.6 } as const
const FIRST_PLACE = 0.5
const COVERAGE = 0.6
const STANDARD = 0.4
const POPULARITY = 0.4
/** Matches looked at for one kind: 票 alone is in thousands of questions, and the rest would not rank. */
const MATCHES_MAX = 4_000
/** Posting entries read for scattered words: a keystroke must not cost what a question costs. */
const SCATTERED_POSTINGS_MAX = 30_000
/** Shares of what was typed that an article must cover to be offered for scattered words. */
const SCATTERED_COVER_MIN = 0.55

export class Suggester {
  private readonly searcher: Searcher
  private readonly lines: SoundLines
  private readonly all: string
  private readonly occurrences: Occurrences
  /** By article, while one keystroke is answered. */
  private readonly best: Float32Array
  private readonly variantOf: Int32Array
  private readonly touched: Uint32Array
  private touchedCount = 0

  constructor(searcher: Searcher) {
    this.searcher = searcher
    const { texts, articles } = searcher.index
    this.lines = readAloud(texts)
    this.all = texts.all
    this.occurrences = new Occurrences(searcher.index)
    this.best = new Float32Array(articles.count)
    this.variantOf = new Int32Array(articles.count)
    this.touched = new Uint32Array(articles.count)
  }

  /** Best first, at most `limit`, each article once; empty for a text that says nothing. */
  suggest(typed: string, { day, limit, audiences = [], popularityOf }: SuggestOptions): Suggestion[] {
    const text = stripPoliteness(normaliseQuery(typed))
    if (text === '') return []
    this.findWritten(text)
    this.findSpelt(text)
    if (this.touchedCount < limit && text.length >= 2) {
      this.findHeard(text)
      // 契锐 is 契税, 全电票 is 数电票: once more in the names that texts of ours use.
      const official = this.searcher.index.vocabulary.inOfficialNames(text)
      if (official !== text) this.findWritten(official, sureness.heard)
    }
    if (this.touchedCount < limit && text.length >= 2) this.findScattered(text, day)
    return this.take(day, limit, audiences, popularityOf)
  }

  private findWritten(text: string, base: number = sureness.written): void {
    this.occurrences.each(this.all, text, keysOfWritten(text), MATCHES_MAX, (variant, at) => this.note(variant, at, text.length, base))
  }

  /** Characters first, then letters that spell on: 增值sh; or letters alone. */
  private findSpelt(text: string): void {
    const letters = /[a-z]+$/.exec(text)?.[0] ?? ''
    if (letters === '' || letters.length > 40) return
    const written = text.slice(0, -letters.length).trimEnd()
    if (written !== '') {
      this.occurrences.each(this.all, written, keysOfWritten(written), MATCHES_MAX, (variant, at) =>
        this.noteSpelt(letters, variant, at + written.length, written.length, sureness.mixed),
      )
      return
    }
    const { initials } = this.lines
    for (const opening of openings(letters)) {
      this.occurrences.each(initials, opening, [], 4 * MATCHES_MAX, (variant, at) =>
        this.noteSpelt(letters, variant, at, 0, sureness.spelt),
      )
    }
  }

  private noteSpelt(letters: string, variant: number, at: number, before: number, base: number): void {
    const { starts } = this.searcher.index.texts
    // A single letter is a beginning, not a find in the middle.
    if (letters.length + before < 2 && at !== starts[variant]) return
    const length = spells(letters, this.lines.sounds, at, starts[variant + 1]!)
    if (length > 0) this.note(variant, at - before, before + length, base)
  }

  private findHeard(text: string): void {
    this.occurrences.each(this.lines.sounds, soundsIn(text), keysOfHeard(text), MATCHES_MAX, (variant, at) =>
      this.note(variant, at, text.length, sureness.heard),
    )
  }

  private findScattered(text: string, day: string): void {
    const query = readQuery(this.searcher.index, text)
    const { articles } = this.searcher.index
    const today = dayNumber(day)
    const isServed = (article: number): boolean => articles.isInForce(article, today)
    for (const { article, variant, cosine, cover } of this.searcher.recall.recall(query, 20, isServed, {
      postingsMax: SCATTERED_POSTINGS_MAX,
    })) {
      if (cover >= SCATTERED_COVER_MIN && variant >= 0) this.keep(article, variant, sureness.scattered + cosine + cover / 2)
    }
  }

  /** A match of `length` units at `at`. */
  private note(variant: number, at: number, length: number, base: number): void {
    const { texts, articleOf } = this.searcher.index
    const start = texts.starts[variant]!
    const end = texts.starts[variant + 1]!
    const place = at === start ? FIRST_PLACE : (FIRST_PLACE / 2) * (1 - (at - start) / (end - start))
    const article = articleOf[variant]!
    const isStandard = variant === 0 || articleOf[variant - 1] !== article
    this.keep(article, variant, base + place + (COVERAGE * length) / (end - start) + (isStandard ? STANDARD : 0))
  }

  private keep(article: number, variant: number, score: number): void {
    if (this.best[article] === 0) this.touched[this.touchedCount++] = article
    if (score <= this.best[article]!) return
    this.best[article] = score
    this.variantOf[article] = variant
  }

  private take(day: string, limit: number, audiences: readonly Audience[], popularityOf: SuggestOptions['popularityOf']): Suggestion[] {
    const { articles } = this.searcher.index
    const { audiences: audienceOf } = articles.columns
    const today = dayNumber(day)
    const asker = audienceBits(audiences)
    const chosen: { article: number; score: number }[] = []
    for (let i = 0; i < this.touchedCount; i++) {
      const article = this.touched[i]!
      const worst = chosen[limit - 1]
      let score = this.best[article]! + audienceBonus(audienceOf[article]!, asker)
      this.best[article] = 0
      if ((worst && score + POPULARITY < worst.score) || !articles.isInForce(article, today)) continue
      score += POPULARITY * (popularityOf?.(articles.idAt(article)) ?? 0)
      if (worst && !comesBefore({ article, score }, worst)) continue
      let at = chosen.length === limit ? limit - 1 : chosen.length
      for (; at > 0 && comesBefore({ article, score }, chosen[at - 1]!); at--) chosen[at] = chosen[at - 1]!
      chosen[at] = { article, score }
    }
    this.touchedCount = 0
    return chosen.map(({ article }) => this.suggestionOf(article))
  }

  private suggestionOf(article: number): Suggestion {
    const { articles, articleOf, texts } = this.searcher.index
    const { id, question } = articles.at(article)
    const variant = this.variantOf[article]!
    const isStandard = variant === 0 || articleOf[variant - 1] !== article
    return { articleId: id, question, alias: isStandard ? null : texts.at(variant) }
  }
}

/** Ties by article, so that the same letters give the same list everywhere. */
const comesBefore = (a: { article: number; score: number }, b: { article: number; score: number }): boolean =>
  a.score > b.score || (a.score === b.score && a.article < b.article)
