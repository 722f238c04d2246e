// What holds between processes that share a database. Two stores opened on one address are as two processes to it.
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { storeOf } from '../../../../../test/support/store-place.ts'
import { openDatabase, type Database, type Writer } from '../database.ts'

let folder: string
let url: string
let stores: Database[] = []

beforeEach(async () => {
  folder = temporaryFolder('shared')
  url = await storeOf(folder)
})
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()))
  stores = []
  rmSync(folder, { recursive: true, force: true })
})

const open = async (at = url): Promise<Database> => {
  const store = await openDatabase(at)
  stores.push(store)
  return store
}
const addOne = async (trx: Writer): Promise<number> => {
  const { value } = await trx.selectFrom('settings').select('value').where('name', '=', 'count').executeTakeFirstOrThrow()
  await trx
    .updateTable('settings')
    .set({ value: String(Number(value) + 1) })
    .where('name', '=', 'count')
    .execute()
  return Number(value) + 1
}
const put = (trx: Writer, name: string, value = '0'): Promise<unknown> => trx.insertInto('settings').values({ name, value }).execute()

describe('two processes', () => {
  it('that read and write what they read lose nothing of each other’s', async () => {
    const both = await Promise.all([open(), open()])
    await both[0].write((trx) => put(trx, 'count'))
    const counted = await Promise.all(Array.from({ length: 60 }, (_, turn) => both[turn % 2 === 0 ? 0 : 1].write(addOne)))
    expect(counted.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, turn) => turn + 1))
  })

  it('have their after-effects in the order of their own commits', async () => {
    const both = await Promise.all([open(), open()])
    await both[0].write((trx) => put(trx, 'count'))
    const told: [number[], number[]] = [[], []]
    const write = (turn: number): Promise<void> => {
      const place = turn % 2 === 0 ? 0 : 1
      return both[place].write(async (trx, after) => {
        const count = await addOne(trx)
        after(() => told[place].push(count))
      })
    }
    await Promise.all(Array.from({ length: 40 }, (_, turn) => write(turn)))
    for (const counts of told) expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(told.flat()).toHaveLength(40)
  })

  it('that start at once on an empty database migrate it once', async () => {
    const empty = temporaryFolder('empty')
    const at = await storeOf(empty, 'empty')
    const [one, other] = await Promise.all([open(at), open(at)])
    await one.write((trx) => put(trx, 'a'))
    expect(await other.reader.selectFrom('settings').select('name').execute()).toEqual([{ name: 'a' }])
    rmSync(empty, { recursive: true, force: true })
  })
})

describe('a store', () => {
  it('whose connection breaks in a write stores nothing of it, says so, and goes on', async () => {
    const store = await open()
    const broken = store.write(async (trx) => {
      await put(trx, 'a')
      await endConnections()
      await put(trx, 'b')
    })
    await expect(broken).rejects.toThrow()
    await store.write((trx) => put(trx, 'c'))
    expect(await store.reader.selectFrom('settings').select('name').execute()).toEqual([{ name: 'c' }])
  })

  it('reads again after its connections were ended while nothing was asked', async () => {
    const store = await open()
    await store.reader.selectFrom('settings').select('name').execute()
    await endConnections()
    await store.write((trx) => put(trx, 'a'))
    expect(await store.reader.selectFrom('settings').select('name').execute()).toEqual([{ name: 'a' }])
  })

  it('whose reader is asked to write refuses', async () => {
    const store = await open()
    await expect(put(store.reader as Writer, 'a')).rejects.toThrow(/read-only/)
  })

  it('says what was refused without the row', async () => {
    const store = await open()
    await store.write((trx) => put(trx, 'a', '13800000000'))
    const refused: unknown = await store.write((trx) => put(trx, 'a', '13800000000')).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: '23505' })
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain('13800000000')
  })

  it('that cannot be reached says so without the password', async () => {
    const refused: unknown = await openDatabase(url.replace('postgres@', 'postgres:geheim@').replace(folderOf(url), '/nowhere')).catch(
      (error: unknown) => error,
    )
    expect(String(refused)).toContain('ENOENT')
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain('geheim')
  })
})

const folderOf = (at: string): string => new URL(at).searchParams.get('host') ?? ''

/** All that others have to this database. */
async function endConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}
