import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
  await migrateTo(file, '0001-first-road')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const text = {
  topicId: 'vat',
  question: '增值税怎么申报？',
  similar: ['VAT 咋报'],
  parts: [{ type: 'text', markdown: '登录后申报。' }],
  reviewed: '2026-01-02',
}
const fill = (): void =>
  inspect(file, (db) => {
    db.exec(`insert into topics (id, name, summary, position) values ('vat', '增值税', '', 0)`)
    const add = db.prepare('insert into articles (id, version, topic_id, state, position, content) values (?, ?, ?, ?, ?, ?)')
    for (const [position, state] of ['published', 'draft', 'expired'].entries())
      add.run(`vat-${state}`, 3, 'vat', state, position, JSON.stringify({ id: `vat-${state}`, version: 3, state, ...text }))
    db.exec(`insert into settings (name, value) values ('knowledge.seed', 'a fingerprint'), ('other', 'kept')`)
  })

describe('0003-editing', () => {
  it('makes a revision of every article, in the state it was in, with its text and nothing beside it', async () => {
    fill()
    const database = await openDatabase(file)
    const rows = await database.reader.selectFrom('article_revisions').selectAll().orderBy('article_id').execute()
    await database.close()
    const day = Date.parse('2026-01-02T00:00:00+08:00')
    expect(
      rows.map(({ article_id, version, state, published_at, ended_at }) => ({ article_id, version, state, published_at, ended_at })),
    ).toEqual([
      { article_id: 'vat-draft', version: 3, state: 'draft', published_at: null, ended_at: null },
      { article_id: 'vat-expired', version: 3, state: 'expired', published_at: day, ended_at: day },
      { article_id: 'vat-published', version: 3, state: 'published', published_at: day, ended_at: null },
    ])
    for (const row of rows) {
      expect(JSON.parse(row.content)).toEqual(text)
      expect(row).toMatchObject({
        topic_id: 'vat',
        question: text.question,
        created_at: day,
        author_id: null,
        authors: '[]',
        lock: 0,
        remark: '',
      })
      expect(row.search_text).toBe([row.article_id, '增值税怎么申报？', 'vat 咋报', '登录后申报。'].join('\n'))
    }
  })

  it('lets the seed be imported once more, and leaves the other settings alone', async () => {
    fill()
    const database = await openDatabase(file)
    expect(await database.reader.selectFrom('settings').select('name').execute()).toEqual([{ name: 'other' }])
    expect(await database.reader.selectFrom('topics').selectAll().execute()).toEqual([
      { id: 'vat', name: '增值税', summary: '', position: 0, edited_by: null, is_removed: 0 },
    ])
    await database.close()
  })

  it('goes over an empty store', async () => {
    await (await openDatabase(file)).close()
    const tables = inspect(file, (db) => db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all())
    expect(tables).toEqual(expect.arrayContaining(['article_revisions', 'knowledge_log', 'concepts', 'lexicon_parts']))
    expect(tables).not.toContain('articles')
  })

  describe('the store itself keeps', () => {
    const revision = (version: number, state: string): string =>
      `insert into article_revisions (article_id, version, state, topic_id, question, search_text, content, created_at) values ('a', ${version}, '${state}', 'vat', '', '', '{}', 1)`

    beforeEach(async () => {
      fill()
      await (await openDatabase(file)).close()
    })

    it.each([
      ['one open revision an article', 'draft', 'review'],
      ['one open revision an article, waiting ones too', 'scheduled', 'draft'],
      ['one published revision an article', 'published', 'published'],
    ])('%s', (_, first, second) => {
      inspect(file, (db) => {
        db.exec(revision(1, first))
        expect(() => db.exec(revision(2, second))).toThrow(/UNIQUE constraint failed/)
      })
    })

    it('any number of ended ones beside them', () => {
      inspect(file, (db) =>
        db.exec(['superseded', 'expired', 'superseded', 'published', 'draft'].map((state, place) => revision(place + 1, state)).join(';')),
      )
    })
  })
})
