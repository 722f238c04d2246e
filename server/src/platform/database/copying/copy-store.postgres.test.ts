// An embedded store moves to PostgreSQL whole, or not at all.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { manyAppointments, manyLeaveMessages, manyPeople } from '../../../../../test/support/many-records.ts'
import { openPlanner } from '../../../../../test/support/query-plan.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { storeOf } from '../../../../../test/support/store-place.ts'
import { openDatabase, type Database } from '../database.ts'
import { copyStore } from './copy-store.ts'

const ROWS = 2_500
let folder: string
let file: string
let url: string

beforeEach(async () => {
  folder = temporaryFolder('copying')
  file = join(folder, 'zhengna.db')
  url = await storeOf(folder)
  await (await openDatabase(file)).close()
  const filled = await openPlanner(file)
  await filled.run([...manyPeople(), manyLeaveMessages(ROWS), manyAppointments(ROWS)])
  await filled.close()
  await within(file, (store) =>
    store.write(async (trx) => {
      await trx.insertInto('settings').values({ name: 'odd', value: '发票“红冲”\n👍 100%_\\ \'"' }).execute()
      await trx
        .insertInto('guard_hits')
        .values([hit(7), hit(9)])
        .execute()
    }),
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hit = (position: number) =>
  ({
    position,
    at: 1_764_212_345_678,
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
async function within<T>(location: string, work: (store: Database) => Promise<T>): Promise<T> {
  const store = await openDatabase(location)
  return work(store).finally(() => store.close())
}
const tables = ['offices', 'people', 'settings', 'guard_hits', 'leave_messages', 'appointments'] as const
const contents = (location: string): Promise<unknown[][]> =>
  within(location, ({ reader }) =>
    Promise.all(
      tables.map((table) =>
        reader
          .selectFrom(table)
          .selectAll()
          .orderBy(table === 'guard_hits' ? 'position' : table === 'settings' ? 'name' : ('id' as never))
          .execute(),
      ),
    ),
  )

it('a copy has every row as it was, and goes on counting where the store was', async () => {
  const copied = await copyStore(file, url)
  expect(Object.fromEntries(copied.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows]))).toMatchObject({
    offices: 20,
    people: 20_000,
    leave_messages: ROWS,
    appointments: ROWS,
    guard_hits: 2,
  })
  expect(await contents(url)).toEqual(await contents(file))
  const { position } = await within(url, (store) =>
    store.write((trx) =>
      trx
        .insertInto('guard_hits')
        .values({ ...(hit(0) as object), position: undefined } as never)
        .returning('position')
        .executeTakeFirstOrThrow(),
    ),
  )
  expect(position).toBe(10)
})

it('a database that is not empty is refused, and stays as it is', async () => {
  await within(url, (store) => store.write((trx) => trx.insertInto('settings').values({ name: 'a', value: 'b' }).execute()))
  await expect(copyStore(file, url)).rejects.toThrow('The database is not empty: there are rows in settings.')
  await within(url, async ({ reader }) => expect(await reader.selectFrom('people').select('id').execute()).toEqual([]))
})
