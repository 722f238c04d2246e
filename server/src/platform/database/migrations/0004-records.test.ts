import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The store as it was just before this migration, with somebody's question in it. */
async function openBefore(): Promise<void> {
  const sqlite = new Sqlite(file)
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  const before = Object.keys(migrations)
    .filter((name) => name < '0004')
    .at(-1)!
  await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateTo(before)
  sqlite.exec(
    `insert into messages (id, conversation_id, seq, author, at, body) values ('m', 'c', 1, 'bot', 1, '{}');
     insert into settings (name, value) values ('a', 'b')`,
  )
  await db.destroy()
}

it('what was stored before stays, and records and gaps begin empty', async () => {
  await openBefore()
  const database = await openDatabase(file)
  const { reader } = database
  const counts = await Promise.all(
    (['messages', 'settings', 'records', 'gaps'] as const).map(
      async (table) =>
        (
          await reader
            .selectFrom(table)
            .select(({ fn }) => fn.countAll<number>().as('rows'))
            .executeTakeFirstOrThrow()
        ).rows,
    ),
  )
  await database.close()
  expect(counts).toEqual([1, 1, 0, 0])
})

it('records are numbered in the order of storing, and a number is never given twice', async () => {
  await (await openDatabase(file)).close()
  const sqlite = new Sqlite(file)
  const add = sqlite.prepare(
    `insert into records (message_id, answer_id, conversation_id, at, audiences, office_id, question, origin, decision)
       values ('m', 'a', 'c', 1, '[]', 'o', '契税', 'typed', 'answer') returning position`,
  )
  const first = add.pluck().get() as number
  sqlite.exec('delete from records')
  const second = add.pluck().get() as number
  sqlite.close()
  expect(second).toBe(first + 1)
})
