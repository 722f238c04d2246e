// With 200,000 work orders every list begins at its taxpayer's, or at its office's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { manyWorkOrders } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { untoldQuery } from './lateness.ts'
import { countQuery, openQuery, pageQuery, type WorkOrderFilter } from './lists.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyWorkOrders)
})
afterAll(() => store.close())

const filters: [string, WorkOrderFilter][] = [
  ['nothing', {}],
  ['a state', { state: 'done' }],
  ['a day', { from: '2026-02-01', to: '2026-02-01' }],
  ['a title', { title: '发票' }],
  ['all but the number', { state: 'done', from: '2026-02-01', to: '2026-02-07', title: '发票' }],
]

describe('a taxpayer’s, narrowed by', () => {
  const scope = { taxpayerId: 'p7' as PersonId }
  it.each(filters)('%s', async (_, filter) => {
    const { reader } = store.database
    for (const query of [pageQuery(reader, scope, filter, {}), countQuery(reader, scope, filter)]) {
      const plan = await store.planOf(query)
      expect(waysInto('work_orders', plan).join(), plan.text).toMatch(/^work_orders_taxpayer\(taxpayer_id[^,]*(, created_at)*\)$/)
      if (!isOnPostgres()) expect(plan.sorts).toBe(false)
    }
  })
  it('a number leads to its row', async () => {
    const plan = await store.planOf(pageQuery(store.database.reader, scope, { number: 'GD7' }, {}))
    expect(waysInto('work_orders', plan).join()).toMatch(/^\w+\(number\)$/)
  })
})

/** PostgreSQL may well read an office's 10,000 from the first row to the last: they lie everywhere. */
describe.skipIf(isOnPostgres())('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId, assigneeId: null }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, WorkOrderFilter]])('%s', async (_, filter) => {
    const { reader } = store.database
    for (const query of [pageQuery(reader, scope, filter, {}), countQuery(reader, scope, filter)]) {
      const plan = await store.planOf(query)
      expect(waysInto('work_orders', plan).join()).toMatch(/^work_orders_office(_state)?\(office_id/)
      expect(plan.sorts).toBe(false)
    }
  })
  it('what is late: read from the index of what is open', async () => {
    const plan = await store.planOf(countQuery(store.database.reader, scope, { dueBefore: 1 }))
    expect(waysInto('work_orders', plan).join()).toMatch(/^work_orders_open\(office_id/)
  })
  it('an officer: what is theirs', async () => {
    const plan = await store.planOf(pageQuery(store.database.reader, { ...scope, assigneeId: 'a7' as PersonId }, {}, {}))
    expect(waysInto('work_orders', plan).join()).toMatch(/^work_orders_(assignee|office|open)/)
  })
})

it('how many are open: read from the index of what is open', async () => {
  const plan = await store.planOf(openQuery(store.database.reader, 'o7' as OfficeId, 'a1' as PersonId, 1))
  expect(waysInto('work_orders', plan).join()).toMatch(/^work_orders_open\(office_id/)
})

it('the minute looks at what is open alone', async () => {
  const plan = await store.planOf(untoldQuery(store.database.reader))
  expect(waysInto('work_orders', plan).join()).toMatch(/^work_orders_open\(/)
})
