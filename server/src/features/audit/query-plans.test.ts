// With 200,000 entries a page is read from the newest backwards, or from the index of its kind.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { manyAuditEntries } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { pageOfEntries, type AuditFilter } from './audit.store.ts'

const page = { offset: 0, limit: 20 }
let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyAuditEntries)
})
afterAll(() => store.close())

const planOf = (filter: AuditFilter) => store.planOf(pageOfEntries(store.database.reader, filter, page))

it('a kind is read from its index, the newest first', async () => {
  const plan = await planOf({ kind: 'guard-policy' })
  expect(waysInto('audit_entries', plan).join(), plan.text).toMatch(/^audit_entries_kind\(kind/)
  if (!isOnPostgres()) expect(plan.sorts).toBe(false)
})

it('a day is read from the index of moments', async () => {
  const plan = await planOf({ from: '2026-02-01', to: '2026-02-01' })
  expect(waysInto('audit_entries', plan).join(), plan.text).toMatch(/^audit_entries_at\(at/)
})

it('all and what is looked for by a word are not sorted', async () => {
  for (const filter of [{}, { person: '一' }, { text: '一' }]) expect((await planOf(filter)).sorts).toBe(false)
})
