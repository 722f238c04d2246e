import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromPlain } from '../../../answering/calibration/plain-knowledge.ts'
import { createEngine, initialDialogue, type Engine, type EngineKnowledge } from '../../../answering/engine.ts'
import { readLexicon } from '../../../answering/testing/lexicon.ts'
import { ANSWERS, SUGGESTIONS, type SearchEngine } from './search-engine.ts'

export function createOurs(): SearchEngine {
  let engine: Engine
  const day = '2026-11-26'
  return {
    build(articles, folder) {
      const knowledge = fromPlain(articles, readLexicon())
      engine = createEngine(knowledge)
      writeFileSync(join(folder, 'ours.json'), JSON.stringify(knowledge))
      writeFileSync(join(folder, 'ours.index'), engine.pack())
    },
    open(folder) {
      const knowledge = JSON.parse(readFileSync(join(folder, 'ours.json'), 'utf8')) as EngineKnowledge
      engine = createEngine(knowledge, readFileSync(join(folder, 'ours.index')))
      engine.suggest('税', { day, limit: 1 })
    },
    ask: (query) =>
      engine
        .ask(query, { audiences: [], day, dialogue: initialDialogue })
        .ranked.slice(0, ANSWERS)
        .map(({ articleId }) => articleId),
    suggest: (typed) => engine.suggest(typed, { day, limit: SUGGESTIONS }).map(({ articleId }) => articleId),
  }
}
