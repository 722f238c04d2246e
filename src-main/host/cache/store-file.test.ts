// The file itself: encrypted, only for its key, only for this program or an older one.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { anOutgoing, openStoreStand, storeKey, type StoreStand } from '../../../test/support/person-store.ts'
import { openCache } from './cache.ts'
import { personMigrations } from './migrations.ts'
import { openSqlite } from './open-sqlite.ts'

let stand: StoreStand
beforeEach(() => {
  stand = openStoreStand()
})
afterEach(() => stand.remove())

const bytes = (): string => {
  const folder = dirname(stand.file)
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join()
}

it('holds nothing that can be read without the key, also while it is open', () => {
  const secret = 'ABCDEFG-a-secret-of-somebody'
  stand.store().enqueue(anOutgoing(secret))
  stand.store().saveDraft('', `${secret} draft`, 1)
  expect(bytes()).not.toContain(secret)
  stand.reopen()
  expect(bytes()).not.toContain(secret)
  expect(bytes()).not.toContain('SQLite format 3')
  expect(bytes()).not.toContain('create table')
})

it('does not open with another key, and is whole afterwards', () => {
  stand.store().saveDraft('', '写到一半', 1)
  stand.reopen()
  expect(() => openSqlite(stand.file, new Uint8Array(32).fill(8), personMigrations)).toThrow()
  expect(stand.reopen().draft('')).toBe('写到一半')
})

it('does not open for an older program', () => {
  expect(() => openSqlite(stand.file, storeKey, [])).toThrow(/newer version/)
})

it('a migration that fails leaves the store as it was', () => {
  stand.store().saveDraft('', '写到一半', 1)
  expect(() => openSqlite(stand.file, storeKey, [...personMigrations, 'delete from drafts; create table drafts (x text)'])).toThrow()
  expect(stand.reopen().draft('')).toBe('写到一半')
})

it('the worker hands on why a store could not be opened, and serves the others', async () => {
  const cache = openCache(new Uint8Array(32).fill(8))
  await expect(cache.openPerson(stand.file, 'taxpayer')).rejects.toThrow()
  const other = await cache.openPerson(join(dirname(stand.file), 'other.db'), 'taxpayer')
  await other.saveDraft('', '另一个', 1)
  expect(await other.draft('')).toBe('另一个')
  await other.close()
  await expect(other.draft('')).rejects.toThrow(/closed/)
  await Promise.all([cache.close(), cache.close()])
})
