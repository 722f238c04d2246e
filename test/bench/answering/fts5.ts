import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ANSWERS, bigrams, firstDifferent, questionsOf, SUGGESTIONS, type SearchEngine } from './search-engine.ts'

/** Rows read for the wanted number of articles, which have several rows each. */
const ROWS_PER_ID = 8

export function createFts5(): SearchEngine {
  let find: Sqlite.Statement<[string, number], { id: string }>
  const prepare = (db: Sqlite.Database): void => {
    find = db.prepare('select id from questions where questions match ? order by bm25(questions) limit ?')
  }
  const found = (tokens: readonly string[], isTyping: boolean, limit: number): string[] => {
    if (tokens.length === 0) return []
    const quoted = tokens.map((token, place) => `"${token}"${isTyping && place === tokens.length - 1 ? '*' : ''}`)
    return firstDifferent(
      find.all(quoted.join(' OR '), limit * ROWS_PER_ID).map(({ id }) => id),
      limit,
    )
  }
  return {
    build(articles, folder) {
      const db = new Sqlite(join(folder, 'fts5.db'))
      db.exec('create virtual table questions using fts5 (id unindexed, tokens)')
      const insert = db.prepare('insert into questions (id, tokens) values (?, ?)')
      db.transaction(() => {
        for (const article of articles) for (const text of questionsOf(article)) insert.run(article.id, bigrams(text).join(' '))
      })()
      db.exec("insert into questions (questions) values ('optimize')")
      prepare(db)
    },
    open(folder) {
      prepare(new Sqlite(join(folder, 'fts5.db'), { readonly: true }))
      find.all('"税"', 1)
    },
    ask: (query) => found(bigrams(query), false, ANSWERS),
    suggest: (typed) => found(bigrams(typed), true, SUGGESTIONS),
  }
}
