// What the features' queries count on, whichever store they meet.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { storeOf } from '../../../../test/support/store-place.ts'
import type { NoticeId, PersonId, OfficeId, TopicId } from '@zhengna/contract/ids.ts'
import { containing } from './containing.ts'
import { openDatabase, type Database } from './database.ts'

let folder: string
let database: Database

beforeAll(async () => {
  folder = temporaryFolder('rules')
  database = await openDatabase(await storeOf(folder))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() =>
  database.write(async (trx) => {
    await trx.deleteFrom('settings').execute()
    await trx.deleteFrom('number_series').execute()
    await trx.deleteFrom('guard_hits').execute()
  }),
)

const put = (name: string, value = 'x'): Promise<unknown> =>
  database.write((trx) => trx.insertInto('settings').values({ name, value }).execute())
const hit = (at: number) =>
  ({
    at,
    direction: 'inbound',
    category: 'other',
    word_id: 'w',
    word: 'w',
    action: 'mask',
    is_confirmed: 0,
    hits: 3,
    conversation_id: null,
    person_id: null,
  }) as never

describe('numbers', () => {
  it('stay numbers: times, counts, sums, the greatest', async () => {
    const at = 1_764_212_345_678
    await database.write((trx) =>
      trx
        .insertInto('guard_hits')
        .values([hit(at), hit(at + 1)])
        .execute(),
    )
    const found = await database.reader
      .selectFrom('guard_hits')
      .select(({ fn }) => [
        fn.countAll().as('count'),
        fn.sum('hits').as('sum'),
        fn.max('at').as('newest'),
        fn.countAll().filterWhere('at', '>', at).as('after'),
      ])
      .executeTakeFirstOrThrow()
    expect(found).toEqual({ count: 2, sum: 6, newest: at + 1, after: 1 })
  })

  it('of a column of whole ones may be as large as a number is exact', async () => {
    await database.write((trx) =>
      trx.insertInto('number_series').values({ prefix: 'LY', day: '20261127', last: Number.MAX_SAFE_INTEGER }).execute(),
    )
    expect(await database.reader.selectFrom('number_series').select('last').executeTakeFirst()).toEqual({ last: Number.MAX_SAFE_INTEGER })
  })

  it('that count up are given in the order of storing', async () => {
    const store = (at: number) =>
      database.write((trx) => trx.insertInto('guard_hits').values(hit(at)).returning('position').executeTakeFirstOrThrow())
    const [first, second] = [await store(1), await store(2)]
    expect(second.position).toBeGreaterThan(first.position)
  })
})

describe('texts', () => {
  it('are ordered by their code points', async () => {
    for (const name of ['b', 'a', 'B', '_', '中', '一', 'Z', '0']) await put(name)
    const rows = await database.reader.selectFrom('settings').select('name').orderBy('name').execute()
    expect(rows.map(({ name }) => name)).toEqual(['0', 'B', 'Z', '_', 'a', 'b', '一', '中'])
  })

  it('come back as they were given', async () => {
    const value = '发票“红冲”\n\t👍 100%_\\ \'"$1 ?'
    await put('a', value)
    expect(await database.reader.selectFrom('settings').select('value').executeTakeFirst()).toEqual({ value })
  })

  it('with U+0000 in them are stored', async () => {
    await put('a', 'b\0c')
    expect(await database.reader.selectFrom('settings').select('value').where('name', '=', 'a').execute()).toHaveLength(1)
  })

  it.each([
    ['RED', true],
    ['红冲', true],
    ['100%', true],
    ['1_0', false],
    ['%', true],
    ['\\', true],
    ['é', true],
    ['É', false],
  ])('contain %s: %s, and nothing typed is a pattern', async (typed, isFound) => {
    await put('a', '红冲 Red 100% a\\b é')
    const rows = await database.reader.selectFrom('settings').select('name').where(containing('settings.value', typed)).execute()
    expect(rows).toHaveLength(isFound ? 1 : 0)
  })
})

it('in a list of none is nothing, and out of it everything', async () => {
  await put('a')
  const names = database.reader.selectFrom('settings').select('name')
  expect(await names.where('name', 'in', []).execute()).toEqual([])
  expect(await names.where('name', 'not in', []).execute()).toHaveLength(1)
})

describe('a rule of the schema', () => {
  const notice = (id: string, dedupe_key: string) => ({
    id: id as NoticeId,
    person_id: 'p' as PersonId,
    kind: 'info' as const,
    subject: 'answer-corrected' as const,
    title: '',
    text: '',
    link: null,
    at: 1,
    read_at: null,
    dedupe_key,
  })
  beforeEach(() =>
    database.write(async (trx) => {
      await trx.deleteFrom('notices').execute()
      await trx.deleteFrom('people').execute()
      await trx.deleteFrom('offices').execute()
      await trx
        .insertInto('offices')
        .values({ id: 'o' as OfficeId, name: 'o' })
        .execute()
      const person = {
        id: 'p' as PersonId,
        account: 'p',
        password_hash: '',
        role: 'taxpayer',
        name: '',
        office_id: 'o' as OfficeId,
        presence: 'busy',
      }
      await trx
        .insertInto('people')
        .values(person as never)
        .execute()
    }),
  )

  it('keeps a second row of one key away, which an insert may pass over', async () => {
    await database.write((trx) => trx.insertInto('notices').values(notice('a', 'k')).execute())
    await expect(database.write((trx) => trx.insertInto('notices').values(notice('b', 'k')).execute())).rejects.toThrow(/unique/i)
    const told = await database.write((trx) =>
      trx
        .insertInto('notices')
        .values([notice('c', 'k'), notice('d', 'l')])
        .onConflict((conflict) => conflict.columns(['person_id', 'dedupe_key']).doNothing())
        .returning('id')
        .execute(),
    )
    expect(told).toEqual([{ id: 'd' }])
  })

  it('keeps a row away whose owner is not there', async () => {
    const stray = { ...notice('a', 'k'), person_id: 'nobody' as PersonId }
    await expect(database.write((trx) => trx.insertInto('notices').values(stray).execute())).rejects.toThrow(/foreign key/i)
  })

  it('of some rows alone holds for those alone', async () => {
    const open = (version: number, state: 'draft' | 'expired') =>
      database.write((trx) =>
        trx
          .insertInto('article_revisions')
          .values({
            article_id: 'a',
            version,
            state,
            topic_id: 't',
            question: '',
            search_text: '',
            content: '',
            author_id: null,
            changed_by: null,
            created_at: 1,
          } as never)
          .execute(),
      )
    await database.write((trx) =>
      trx
        .insertInto('topics')
        .values({ id: 't' as TopicId, name: '', summary: '', position: 1 })
        .execute(),
    )
    await open(1, 'expired')
    await open(2, 'expired')
    await open(3, 'draft')
    await expect(open(4, 'draft')).rejects.toThrow(/unique/i)
  })
})

it('a statement says how many rows it changed', async () => {
  for (const name of ['a', 'b', 'c']) await put(name)
  const changed = await database.write((trx) =>
    trx.updateTable('settings').set({ value: 'y' }).where('name', '<>', 'a').executeTakeFirstOrThrow(),
  )
  const removed = await database.write((trx) => trx.deleteFrom('settings').where('name', '=', 'none').executeTakeFirstOrThrow())
  expect([changed.numUpdatedRows, removed.numDeletedRows]).toEqual([2n, 0n])
})
