// First pass over the articles: the terms of each variant and of each article, numbered.
import type { Article } from '@zhengna/contract/domain/article.ts'
import { RowBuilder, type Rows } from './rows.ts'
import { TermTable } from './term-table.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { addTerms, channelOf, channels, valueOf } from './terms.ts'
import { sortUnique } from './unique.ts'
import { readArticle } from './variant.ts'

/** A term an article has this many times (by weight) counts half of one it has in every sentence. */
const SATURATION = 0.6
/** More terms than the longest text that `readArticle` returns can have. */
const TERMS_MAX = 1 << 14

/** What a term stands for, where it is a concept; 0 where it is none. Persons are matters here: both narrow a subject. */
export const termRoles = { subject: 1, matter: 2, person: 2, asking: 3 } as const

export type Collected = {
  readonly terms: TermTable
  readonly channelOfTerm: readonly number[]
  /** One of `termRoles`. */
  readonly roleOfTerm: readonly number[]
  readonly articleOf: readonly number[]
  readonly texts: readonly string[]
  readonly variantTerms: Rows
  readonly bagTerms: Rows
  /** In the places of `bagTerms`: how surely the article is about the term, 0…1; and in which part of its variants it is, 0…1. */
  readonly bagShare: Float32Array
  readonly bagFrequency: Float32Array
}

export function collect(vocabulary: Vocabulary, articles: readonly Article[]): Collected {
  const terms = new TermTable()
  const channelOfTerm: number[] = []
  const roleOfTerm: number[] = []
  const variantRows = new RowBuilder()
  const bagRows = new RowBuilder()
  const shares: number[] = []
  const frequencies: number[] = []
  const articleOf: number[] = []
  const texts: string[] = []
  const row = new Uint32Array(TERMS_MAX)
  const keys: number[] = []

  const describe = (key: number): void => {
    channelOfTerm.push(channelOf(key))
    roleOfTerm.push(channelOf(key) === channels.concept ? termRoles[vocabulary.roleOf(valueOf(key))] : 0)
  }
  /** Fills `row` with the text's terms in ascending order; returns how many. */
  const readTerms = (text: string): number => {
    keys.length = 0
    addTerms(vocabulary, text, keys)
    const count = Math.min(keys.length, TERMS_MAX)
    for (let i = 0; i < count; i++) {
      row[i] = terms.add(keys[i]!)
      if (row[i] === channelOfTerm.length) describe(keys[i]!)
    }
    return sortUnique(row, count)
  }

  for (const [number, article] of articles.entries()) {
    const { variants, hints } = readArticle(article)
    const mass = new Map<number, number>()
    const addMass = (count: number, weight: number): void => {
      for (let i = 0; i < count; i++) mass.set(row[i]!, (mass.get(row[i]!) ?? 0) + weight)
    }
    for (const text of variants) {
      const count = readTerms(text)
      variantRows.push(row, count)
      articleOf.push(number)
      texts.push(text)
      addMass(count, 1)
    }
    for (const hint of hints) addMass(readTerms(hint.text), hint.weight)
    const bag = Uint32Array.from(mass.keys()).sort()
    bagRows.push(bag)
    for (const term of bag) {
      shares.push(mass.get(term)! / (mass.get(term)! + SATURATION))
      frequencies.push(Math.min(1, mass.get(term)! / variants.length))
    }
  }
  return {
    terms,
    channelOfTerm,
    roleOfTerm,
    articleOf,
    texts,
    variantTerms: variantRows.finish(),
    bagTerms: bagRows.finish(),
    bagShare: Float32Array.from(shares),
    bagFrequency: Float32Array.from(frequencies),
  }
}
