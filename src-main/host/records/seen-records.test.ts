import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LeaveMessage, LeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { storeKey } from '../../../test/support/person-store.ts'
import { aLeaveMessage, aWholeLeaveMessage } from '../../../test/support/records.ts'
import { temporaryFolder } from '../../../test/support/server.ts'
import { openCache, type Cache, type PersonCache } from '../cache/cache.ts'
import { seenForm } from './seen-form.ts'
import { seenRecords, type SeenRecords } from './seen-records.ts'

let folder: string
let stores: Cache
let cache: PersonCache
let seen: SeenRecords<LeaveMessageSummary, LeaveMessage>
const open = async (): Promise<void> => {
  stores = openCache(storeKey)
  cache = await stores.openPerson(join(folder, 'person.db'), 'taxpayer')
  seen = seenRecords(cache, 'leave-message', ({ createdAt }) => createdAt)
}
beforeEach(async () => {
  folder = temporaryFolder('records')
  await open()
})
afterEach(async () => {
  await stores.close()
  rmSync(folder, { recursive: true, force: true })
})

const noLine = () => Promise.resolve(fail(failure('HOST_OFFLINE')))
const listed = (...items: LeaveMessageSummary[]) => seen.list(Promise.resolve(ok({ items, total: items.length })), {}, () => true)
const heldList = (matches: (record: LeaveMessageSummary) => boolean = () => true, page = 1) =>
  seen.list(noLine(), { page, pageSize: 10 }, matches)

it('with a line a list is the server’s', async () => {
  const [first, second] = [aLeaveMessage(1), aLeaveMessage(2)]
  expect(await listed(second, first)).toMatchObject({ ok: true, value: { items: [second, first], total: 2, isFromCache: false } })
})

it('with no line it is what was seen before, newest first, filtered, also after a restart; and says since when', async () => {
  const begun = Date.now()
  await listed(aLeaveMessage(1), aLeaveMessage(3))
  await listed(aLeaveMessage(2))
  await stores.close()
  await open()
  const all = await heldList()
  expect(all).toMatchObject({ ok: true, value: { items: [{ id: aLeaveMessage(3).id }, { id: aLeaveMessage(2).id }, {}], total: 3 } })
  expect(all.ok && all.value.isFromCache && all.value.asOf >= begun).toBe(true)
  expect(await heldList(({ content }) => content.includes('第2条'))).toMatchObject({ value: { total: 1 } })
  expect(await heldList(undefined, 2)).toMatchObject({ value: { items: [], total: 3 } })
})

it('where nothing was ever listed, there is nothing to show: the line is missing', async () => {
  expect(await heldList()).toMatchObject({ ok: false, error: { code: 'HOST_OFFLINE' } })
})

it('what the server refuses is refused, whatever is held', async () => {
  await listed(aLeaveMessage(1))
  const refused = seen.list(Promise.resolve(fail(failure('FORBIDDEN'))), {}, () => true)
  expect(await refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})

it('one that was opened before opens with no line, as the last list knew it', async () => {
  const whole = aWholeLeaveMessage(1)
  expect(await seen.get(whole.id, Promise.resolve(ok(whole)))).toMatchObject({ value: { record: whole, isFromCache: false } })
  await listed(aLeaveMessage(1, { state: 'answered' }), aLeaveMessage(2))
  expect(await seen.get(whole.id, noLine())).toMatchObject({
    value: { record: { state: 'answered', steps: whole.steps }, isFromCache: true },
  })
  expect(await seen.get(aLeaveMessage(2).id, noLine())).toMatchObject({ ok: false, error: { code: 'HOST_OFFLINE' } })
})

it('what an action made of one is kept', async () => {
  await listed(aLeaveMessage(1))
  await seen.keep(aWholeLeaveMessage(1, { state: 'asked' }))
  expect(await heldList()).toMatchObject({ value: { items: [{ state: 'asked' }], total: 1 } })
})

it('a form opens with no line where it was opened before', async () => {
  const form = { contentMinLength: 10 }
  expect(await seenForm(cache, 'leave-message', noLine())).toMatchObject({ ok: false })
  expect(await seenForm(cache, 'leave-message', Promise.resolve(ok(form)))).toMatchObject({ value: { ...form, isFromCache: false } })
  expect(await seenForm(cache, 'leave-message', noLine())).toMatchObject({ value: { ...form, isFromCache: true } })
  expect(await seenForm(cache, 'appointment', noLine())).toMatchObject({ ok: false })
})
