import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromPlain } from '../../../answering/calibration/plain-knowledge.ts'
import { createEngine, initialDialogue, openEngine, type Engine } from '../../../answering/engine.ts'
import { readLexicon } from '../../../answering/testing/lexicon.ts'
import { ANSWERS, SUGGESTIONS, type SearchEngine } from './search-engine.ts'

export function createOurs(): SearchEngine {
  let engine: Engine
  const day = '2026-11-26'
  return {
    build(articles, folder) {
      engine = createEngine(fromPlain(articles, readLexicon()))
      writeFileSync(join(folder, 'ours.index'), engine.pack())
    },
    open(folder) {
      engine = opened(readFileSync(join(folder, 'ours.index')))
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

function opened(packed: Uint8Array): Engine {
  const engine = openEngine(packed)
  if (!engine) throw new Error('the index that was just built does not open')
  return engine
}
