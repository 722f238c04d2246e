import { defaultAnsweringSettings, type Article } from '@zhengna/contract/domain/article.ts'
import type { EngineKnowledge } from '../engine.ts'
import { readLexicon } from './lexicon.ts'

/** These articles with the seeded lexicon and the default settings. */
export function buildKnowledge(articles: readonly Article[], given: Partial<EngineKnowledge> = {}): EngineKnowledge {
  return { articles: [...articles], topics: [], lexicon: readLexicon(), settings: defaultAnsweringSettings, ...given }
}
