import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import { ANSWERS, bigrams, firstDifferent, questionsOf, SUGGESTIONS, type SearchEngine } from './search-engine.ts'

interface Document {
  readonly id: number
  readonly articleId: string
  readonly text: string
}

const options: Options<Document> = { fields: ['text'], storeFields: ['articleId'], tokenize: bigrams }

export function createMiniSearch(): SearchEngine {
  let index = new MiniSearch<Document>(options)
  const found = (query: string, prefix: boolean, limit: number): string[] =>
    firstDifferent(
      index.search(query, { prefix }).map(({ articleId }) => articleId as string),
      limit,
    )
  return {
    build(articles, folder) {
      const documents = articles.flatMap((article) => questionsOf(article).map((text) => ({ articleId: article.id, text })))
      index.addAll(documents.map((document, id) => ({ ...document, id })))
      writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index))
    },
    open(folder) {
      index = MiniSearch.loadJSON(readFileSync(join(folder, 'minisearch.json'), 'utf8'), options)
    },
    ask: (query) => found(query, false, ANSWERS),
    suggest: (typed) => found(typed, true, SUGGESTIONS),
  }
}
