import type { PlainArticle } from '../../../answering/calibration/plain-knowledge.ts'

/** What is compared. Ids come best first, each once. */
export interface SearchEngine {
  /** Builds from the articles and keeps what `open` needs in the folder. */
  build(articles: readonly PlainArticle[], folder: string): void
  /** Opens what was built, in another process. */
  open(folder: string): void
  ask(query: string): string[]
  /** While typing. */
  suggest(typed: string): string[]
}

export const engineNames = ['ours', 'minisearch', 'fts5'] as const
export type EngineName = (typeof engineNames)[number]

export const SUGGESTIONS = 8
export const ANSWERS = 10

/** Pairs of neighbouring characters of Chinese, words of the rest: what search engines without a Chinese dictionary are given. */
export function bigrams(text: string): string[] {
  const tokens: string[] = []
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/^\p{Script=Han}/u.test(run) || run.length === 1) tokens.push(run)
    else for (let i = 0; i + 1 < run.length; i++) tokens.push(run.slice(i, i + 2))
  }
  return tokens
}

export const questionsOf = ({ question, similar = [] }: PlainArticle): string[] => [question, ...similar]

/** The first `limit` different ids. */
export function firstDifferent(ids: Iterable<string>, limit: number): string[] {
  const different = new Set<string>()
  for (const id of ids) {
    if (different.size === limit) break
    different.add(id)
  }
  return [...different]
}
