import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { seedDemoPeople } from '../../../features/people/index.ts'
import { openDatabase, type Database } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A store as the program before this migration left it. */
async function storeBefore(rows: string): Promise<void> {
  const sqlite = new Sqlite(file)
  const db = new Kysely({ dialect: new SqliteDialect({ database: sqlite }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateTo('0001-first-road')
  if (error) throw new Error('not migrated', { cause: error })
  sqlite.exec(rows)
  await db.destroy()
}
const withMigrated = async (work: (database: Database) => Promise<void>): Promise<void> => {
  const database = await openDatabase(file)
  await work(database).finally(() => database.close())
}

const person = `
  insert into offices (id, name) values ('o', '税务局');
  insert into people (id, account, password_hash, role, name, office_id) values ('t', 't', '', 'taxpayer', '纳税人', 'o');
  insert into conversations (id, ordinal, taxpayer_id, office_id, skill_group_id, stage, opened_at, dialogue) values ('c', 1, 't', 'o', 'g', 'bot', 1, '{}');`
const message = (id: string, seq: number, author: string, body: object): string =>
  `insert into messages (id, conversation_id, seq, author, at, body) values ('${id}', 'c', ${seq}, '${author}', ${seq * 10}, '${JSON.stringify(body)}');`
const answer = (papers: object | null): object => ({ kind: 'answer', replyTo: 'q', answer: { decision: 'answer', papers } })

it('answers given before are in the ledger; questions and small talk are not', async () => {
  await storeBefore(
    [
      person,
      message('q', 1, 'taxpayer', { kind: 'text', text: '问' }),
      message('a', 2, 'bot', answer({ articleId: 'deed-tax-rate', version: 3 })),
      message('g', 3, 'bot', answer(null)),
      message('e', 4, 'system', { kind: 'event', event: { type: 'ended', by: 'taxpayer' } }),
    ].join('\n'),
  )
  await withMigrated(async ({ reader }) => {
    expect(await reader.selectFrom('given_answers').selectAll().execute()).toEqual([
      { message_id: 'a', article_id: 'deed-tax-rate', version: 3, taxpayer_id: 't', conversation_id: 'c', agent_id: null, at: 20 },
    ])
    expect(await reader.selectFrom('messages').selectAll().execute()).toHaveLength(4)
  })
})

it('a store with nothing in it gets empty tables', async () => {
  await storeBefore('')
  await withMigrated(async ({ reader }) => {
    for (const table of ['given_answers', 'votes', 'notices'] as const)
      expect(await reader.selectFrom(table).selectAll().execute()).toEqual([])
  })
})

it('the store itself keeps one vote an answer, and one notice a person and matter', async () => {
  await withMigrated(seedDemoPeople)
  const sqlite = new Sqlite(file)
  const vote = `insert into votes (message_id, conversation_id, taxpayer_id, is_useful, remark, at) values ('m', 'c', 'nsr001', 1, '', 1)`
  const notice = (id: string, who: string, key: string): string =>
    `insert into notices (id, person_id, kind, subject, title, text, at, dedupe_key) values ('${id}', '${who}', 'info', 'answer-corrected', '', '', 1, '${key}')`
  sqlite.exec([vote, notice('1', 'nsr001', 'k'), notice('2', 'nsr002', 'k'), notice('3', 'nsr001', 'l')].join(';'))
  for (const again of [vote, notice('4', 'nsr001', 'k')]) expect(() => sqlite.exec(again)).toThrow(/UNIQUE constraint failed/)
  sqlite.close()
})
