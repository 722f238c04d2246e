// First pass over the articles: the terms of each variant and of each article, numbered.
import type { Article } from '@zhengna/contract/domain/article.ts'
import { RowBuilder, type Rows } from './rows.ts'
import { TermTable } from './term-table.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { addTerms, channelOf, channels, valueOf } from './terms.ts'
import { sortUnique } from './unique.ts'
import { VARIANT_MASS } from './mass.ts'
import { readArticle } from './variant.ts'

/** More terms than the longest text that `readArticle` returns can have: no variant has more. */
export const TERMS_MAX = 1 << 14

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
  /** In the places of `bagTerms`: how much the article says of the term (mass.ts). */
  readonly bagMass: Uint32Array
}

export function collect(vocabulary: Vocabulary, articles: readonly Article[]): Collected {
  const terms = new TermTable()
  const channelOfTerm: number[] = []
  const roleOfTerm: number[] = []
  const variantRows = new RowBuilder()
  const bagRows = new RowBuilder()
  const masses: number[] = []
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
    const addMass = (count: number, more: number): void => {
      for (let i = 0; i < count; i++) mass.set(row[i]!, (mass.get(row[i]!) ?? 0) + more)
    }
    for (const text of variants) {
      const count = readTerms(text)
      variantRows.push(row, count)
      articleOf.push(number)
      texts.push(text)
      addMass(count, VARIANT_MASS)
    }
    for (const hint of hints) addMass(readTerms(hint.text), hint.mass)
    const bag = Uint32Array.from(mass.keys()).sort()
    bagRows.push(bag)
    for (const term of bag) masses.push(mass.get(term)!)
  }
  return {
    terms,
    channelOfTerm,
    roleOfTerm,
    articleOf,
    texts,
    variantTerms: variantRows.finish(),
    bagTerms: bagRows.finish(),
    bagMass: Uint32Array.from(masses),
  }
}
