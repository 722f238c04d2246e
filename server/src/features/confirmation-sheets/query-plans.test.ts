// With 200,000 sheets every list begins at its taxpayer's or at its office's, and the minute at what is due.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { firstAt, manySheets } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { dueQuery } from './due.ts'
import { countQuery, pageQuery, type SheetFilter } from './lists.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manySheets)
})
afterAll(() => store.close())

const filters: [string, SheetFilter][] = [
  ['nothing', {}],
  ['a state', { state: 'submitted' }],
  ['a matter', { matter: '注销' }],
]

describe('a taxpayer’s, narrowed by', () => {
  const scope = { taxpayerId: 'p7' as PersonId }
  it.each(filters)('%s', async (_, filter) => {
    const { reader } = store.database
    for (const query of [pageQuery(reader, scope, filter, {}), countQuery(reader, scope, filter)]) {
      const plan = await store.planOf(query)
      expect(waysInto('confirmation_sheets', plan).join(), plan.text).toMatch(/^confirmation_sheets_taxpayer\(taxpayer_id/)
      if (!isOnPostgres()) expect(plan.sorts).toBe(false)
    }
  })
  it('a number leads to its row', async () => {
    const plan = await store.planOf(pageQuery(store.database.reader, scope, { number: 'QR7' }, {}))
    expect(waysInto('confirmation_sheets', plan).join()).toMatch(/^\w+\(number\)$/)
  })
})

/** PostgreSQL may well read an office's 10,000 from the first row to the last: they lie everywhere. */
describe.skipIf(isOnPostgres())('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, SheetFilter]])('%s', async (_, filter) => {
    const { reader } = store.database
    for (const query of [pageQuery(reader, scope, filter, {}), countQuery(reader, scope, filter)]) {
      const plan = await store.planOf(query)
      expect(waysInto('confirmation_sheets', plan).join(), plan.text).toMatch(/^confirmation_sheets_office\w*\(office_id/)
      expect(plan.sorts).toBe(false)
    }
  })
  it('where it was sent', async () => {
    const plan = await store.planOf(pageQuery(store.database.reader, scope, { originId: 'c7' as ConversationId }, {}))
    expect(waysInto('confirmation_sheets', plan).join()).toBe('confirmation_sheets_office_origin(office_id, origin_id)')
  })
})

it('the minute looks at what is due alone', async () => {
  const plan = await store.planOf(dueQuery(store.database.reader, firstAt))
  expect(waysInto('confirmation_sheets', plan).join()).toMatch(/^confirmation_sheets_due\(due_at/)
})
