// Which ordinary questions a word would catch: what taxpayers ask of the knowledge base every day must go through untouched.
import { createGuard } from '@zhengna/answering/guard/guard.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { defaultGuardPolicy, type SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'

export interface Touched {
  readonly count: number
  readonly example: string
}

/** By word; without those that touch none. Disabled words touch nothing. */
export function touchedQuestions(
  words: readonly SensitiveWord[],
  { articles }: Pick<KnowledgeSnapshot, 'articles'>,
): Map<SensitiveWordId, Touched> {
  const guard = createGuard(words, defaultGuardPolicy)
  const touched = new Map<SensitiveWordId, Touched>()
  for (const { question, similar } of articles) {
    for (const text of [question, ...similar]) {
      const met = new Set((['in', 'out'] as const).flatMap((direction) => guard.check(text, direction).hits.map(({ wordId }) => wordId)))
      for (const id of met) touched.set(id, { count: (touched.get(id)?.count ?? 0) + 1, example: touched.get(id)?.example ?? text })
    }
  }
  return touched
}
