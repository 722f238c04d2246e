// Among many taxpayers the officers are read from their own index.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { someOfficers } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { officers, type AccountFilter } from './accounts.store.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(someOfficers)
})
afterAll(() => store.close())

it.each<AccountFilter>([{}, { text: '坐席' }, { role: 'agent' }, { state: 'active', skillGroup: 'general' as never }])(
  'a page by %j is read in the order of its index',
  async (filter) => {
    const plan = await store.planOf(officers(store.database.reader, 0, filter).offset(0).limit(20))
    expect(waysInto('people', plan).join(), plan.text).toMatch(/people_officers/)
    if (!isOnPostgres()) expect(plan.sorts).toBe(false)
  },
)

it('who is locked is read from the tries, each by their account', async () => {
  const plan = await store.planOf(officers(store.database.reader, 0, { state: 'locked' }).offset(0).limit(20))
  expect(waysInto('people', plan).join(), plan.text).toMatch(/people_officers|\(account/)
})
