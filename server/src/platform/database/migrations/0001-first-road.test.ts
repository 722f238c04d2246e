import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrateTo } from '../../../../../test/support/migrations.ts'
import { addTaxpayer } from '../../../../../test/support/register.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { seedDemoPeople } from '../../../features/people/index.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inspect = <T>(work: (db: Sqlite.Database) => T): T => {
  const db = new Sqlite(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}
const schemaOf = (): unknown =>
  inspect((db) => db.prepare(`select name, sql from sqlite_master where name not like 'kysely%' order by name`).all())
const ranOf = (): unknown => inspect((db) => db.prepare('select name from kysely_migration order by name').pluck().all())

describe('0001-first-road', () => {
  it('makes every table from nothing', async () => {
    await migrateTo(file, '0001-first-road')
    const tables = inspect((db) =>
      db
        .prepare(
          `select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%' order by name`,
        )
        .pluck()
        .all(),
    )
    expect(tables).toEqual([
      'articles',
      'conversations',
      'messages',
      'offices',
      'people',
      'sessions',
      'settings',
      'sign_in_failures',
      'skill_groups',
      'tickets',
      'topics',
    ])
    expect(ranOf()).toContain('0001-first-road')
  })

  it('opening again changes neither schema nor rows', async () => {
    const first = await openDatabase(file)
    await seedDemoPeople(first)
    await first.close()
    const [schema, ran] = [schemaOf(), ranOf()]
    const second = await openDatabase(file)
    const third = await openDatabase(file)
    const people = await third.reader.selectFrom('people').select('account').execute()
    await Promise.all([second.close(), third.close()])
    expect(people).toHaveLength(8)
    expect([schemaOf(), ranOf()]).toEqual([schema, ran])
  })

  it('a store of a newer program is not opened', async () => {
    await (await openDatabase(file)).close()
    inspect((db) => db.prepare(`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`).run())
    await expect(openDatabase(file)).rejects.toThrow()
  })

  it('migrations are numbered without a gap', () => {
    Object.keys(migrations).forEach((name, index) => expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`)))
  })

  describe('the store itself keeps', () => {
    const conversation = (id: string, ordinal: number, stage: string): string =>
      `insert into conversations (id, ordinal, taxpayer_id, office_id, skill_group_id, stage, opened_at, dialogue) values ('${id}', ${ordinal}, 'nsr001', 'o', 'g', '${stage}', 1, '{}')`
    const message = (id: string, seq: number): string =>
      `insert into messages (id, conversation_id, seq, author, at, body) values ('${id}', 'c', ${seq}, 'bot', 1, '{}')`
    const ticket = (id: string, state: string): string =>
      `insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state) values ('${id}', 'c', 'nsr001', 'o', 'g', 10, 1, 'button', '${state}')`

    beforeEach(async () => {
      const database = await openDatabase(file)
      await seedDemoPeople(database)
      await database.write((trx) => addTaxpayer(trx, 'nsr003'))
      await database.close()
    })

    it.each([
      ['one open conversation a taxpayer', conversation('a', 1, 'bot'), conversation('b', 2, 'live')],
      ['one conversation an ordinal', conversation('a', 1, 'ended'), conversation('b', 1, 'ended')],
      ['one message an id', message('m', 1), message('m', 2)],
      ['one message a seq', message('m', 1), message('n', 1)],
      ['one waiting ticket a conversation', ticket('t', 'waiting'), ticket('u', 'waiting')],
      [
        'one person an account',
        `update people set account = 'x' where id = 'nsr001'`,
        `update people set account = 'x' where id = 'nsr002'`,
      ],
    ])('%s', (_, first, second) => {
      inspect((db) => {
        db.exec(first)
        expect(() => db.exec(second)).toThrow(/UNIQUE constraint failed/)
      })
    })

    it('any number of ended conversations and closed tickets', () => {
      inspect((db) =>
        db.exec(
          [
            conversation('a', 1, 'ended'),
            conversation('b', 2, 'ended'),
            conversation('c', 3, 'bot'),
            ticket('t', 'taken'),
            ticket('u', 'cancelled'),
            ticket('v', 'waiting'),
          ].join(';'),
        ),
      )
    })
  })
})
