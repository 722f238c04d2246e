// With 200,000 leave-messages every list begins at its taxpayer's, or at its office's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { manyLeaveMessages } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { countQuery, pageQuery, type LeaveMessageFilter } from './lists.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyLeaveMessages)
})
afterAll(() => store.close())

const filters: [string, LeaveMessageFilter][] = [
  ['nothing', {}],
  ['a state', { state: 'answered' }],
  ['a type', { type: 'other' }],
  ['a first day', { from: '2026-02-01' }],
  ['a last day', { to: '2026-02-01' }],
  ['a day', { from: '2026-02-01', to: '2026-02-01' }],
  ['a content', { content: '发票' }],
  ['all but the number', { state: 'waiting', type: 'other', from: '2026-02-01', to: '2026-02-07', content: '发票' }],
]

describe.each([
  ['who asks much', 'p7'],
  ['who asks now and then', 'p777'],
])('a taxpayer’s %s, narrowed by', (_, id) => {
  const scope = { taxpayerId: id as PersonId }
  it.each(filters)('%s', async (_name, filter) => {
    const { reader } = store.database
    for (const query of [
      pageQuery(reader, scope, filter, {}),
      pageQuery(reader, scope, filter, { page: 9 }),
      countQuery(reader, scope, filter),
    ]) {
      const plan = await store.planOf(query)
      expect(waysInto('leave_messages', plan).join(), plan.text).toMatch(/^leave_messages_taxpayer\(taxpayer_id[^,]*(, created_at)*\)$/)
      expect(waysInto('people', plan)).not.toContain('all of it')
      if (!isOnPostgres()) expect(plan.sorts).toBe(false)
    }
  })
  it('a number leads to its row', async () => {
    const plan = await store.planOf(pageQuery(store.database.reader, scope, { number: 'LY7' }, {}))
    expect(waysInto('leave_messages', plan).join()).toMatch(/^\w+\(number\)$/)
  })
})

/** PostgreSQL may well read an office's 10,000 from the first row to the last: they lie everywhere. */
describe.skipIf(isOnPostgres())('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId, agentId: null }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, LeaveMessageFilter]])('%s', async (_, filter) => {
    const { reader } = store.database
    const page = await store.planOf(pageQuery(reader, scope, filter, {}))
    expect(waysInto('leave_messages', page).join(), page.text).toMatch(/^leave_messages_office(_state)?\(office_id/)
    // Counted in any order.
    const count = await store.planOf(countQuery(reader, scope, filter))
    expect(waysInto('leave_messages', count).join(), count.text).toMatch(/^leave_messages_office(_state)?\(office_id/)
    expect([page.sorts, count.sorts]).toEqual([false, false])
  })
  it('an agent: what they have in hand', async () => {
    const plan = await store.planOf(pageQuery(store.database.reader, { ...scope, agentId: 'a7' as PersonId }, {}, {}))
    expect(waysInto('leave_messages', plan).join()).toMatch(/^leave_messages_(agent|office)/)
  })
})
