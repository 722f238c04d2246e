// With 200,000 interceptions, what every batch of messages asks reads those of its people, and a page of an office its newest.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { firstAt, manyInterceptions } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { listQuery, standingsQuery } from './interceptions.store.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyInterceptions)
})
afterAll(() => store.close())

it('what counts for a few people is led by them', async () => {
  const plan = await store.planOf(standingsQuery(store.database.reader, ['p7', 'p8'] as PersonId[], firstAt))
  expect(waysInto('interceptions', plan).join(), plan.text).toMatch(/^interceptions_person\(person_id/)
})

it('a page of an office is read from its newest', async () => {
  const page = listQuery(store.database.reader, 'o7' as OfficeId, undefined, firstAt)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
  const plan = await store.planOf(page.limit(20))
  expect(waysInto('interceptions', plan).join(), plan.text).toMatch(/^interceptions_office\(office_id/)
  if (!isOnPostgres()) expect(plan.sorts).toBe(false)
})
