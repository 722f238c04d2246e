import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { storeOf } from '../../../../test/support/store-place.ts'
import { openDatabase, type Database, type Writer } from './database.ts'

let folder: string
let database: Database

beforeEach(async () => {
  folder = temporaryFolder('database')
  database = await openDatabase(await storeOf(folder))
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const put = (trx: Writer, name: string): Promise<unknown> => trx.insertInto('settings').values({ name, value: 'x' }).execute()
const names = async (): Promise<string[]> =>
  (await database.reader.selectFrom('settings').select('name').orderBy('name').execute()).map(({ name }) => name)

describe('a write', () => {
  it('gives back what its work gives back, and is read at once', async () => {
    expect(await database.write(async (trx) => put(trx, 'a').then(() => 7))).toBe(7)
    expect(await names()).toEqual(['a'])
  })

  it('that throws stores nothing, throws the same, and runs none of its after-effects', async () => {
    const effects: string[] = []
    const failing = database.write(async (trx, after) => {
      await put(trx, 'a')
      after(() => effects.push('told'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await names()).toEqual([])
    expect(effects).toEqual([])
  })

  it('that throws does not stop the next', async () => {
    const failing = database.write(() => Promise.reject(new Error('no')))
    const next = database.write((trx) => put(trx, 'a'))
    await expect(failing).rejects.toThrow('no')
    await next
    expect(await names()).toEqual(['a'])
  })

  it('runs its after-effects after the commit, in order, before the next write begins', async () => {
    const told: string[] = []
    const write = (name: string): Promise<void> =>
      database.write(async (trx, after) => {
        told.push(`${name} begins`)
        after(() => told.push(`${name} first`))
        await put(trx, name)
        after(() => told.push(`${name} second`))
      })
    await Promise.all([write('a'), write('b')])
    expect(told).toEqual(['a begins', 'a first', 'a second', 'b begins', 'b first', 'b second'])
  })

  it('is on disk for every reader when its after-effects run', async () => {
    const seen: Promise<string[]>[] = []
    await database.write(async (trx, after) => {
      await put(trx, 'a')
      after(() => seen.push(names()))
    })
    expect(await seen[0]).toEqual(['a'])
  })

  it('is not undone by an after-effect that throws, nor are the others kept from running', async () => {
    const told: string[] = []
    const value = database.write(async (trx, after) => {
      await put(trx, 'a')
      after(() => {
        throw new Error('a listener’s bug')
      })
      after(() => told.push('second'))
      return 7
    })
    await expect(value).resolves.toBe(7)
    expect(told).toEqual(['second'])
    expect(await names()).toEqual(['a'])
  })

  it('never mixes with another, however many are asked for at once', async () => {
    await database.write((trx) => trx.insertInto('settings').values({ name: 'count', value: '0' }).execute())
    const addOne = (): Promise<unknown> =>
      database.write(async (trx) => {
        const { value } = await trx.selectFrom('settings').select('value').where('name', '=', 'count').executeTakeFirstOrThrow()
        await trx
          .updateTable('settings')
          .set({ value: String(Number(value) + 1) })
          .where('name', '=', 'count')
          .execute()
      })
    await Promise.all(Array.from({ length: 50 }, addOne))
    const { value } = await database.reader.selectFrom('settings').select('value').where('name', '=', 'count').executeTakeFirstOrThrow()
    expect(value).toBe('50')
  })

  it('does not show a reader half of itself', async () => {
    let seen: string[] | null = null
    await database.write(async (trx) => {
      await put(trx, 'a')
      seen = await names()
      await put(trx, 'b')
    })
    expect(seen).toEqual([])
  })
})

it('closing waits for what was begun, and may be done twice', async () => {
  const written = database.write((trx) => put(trx, 'a'))
  await Promise.all([database.close(), database.close()])
  await written
  database = await openDatabase(await storeOf(folder))
  expect(await names()).toEqual(['a'])
})
