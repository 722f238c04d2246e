// With 200,000 sheets every list begins at its taxpayer's or its office's, and what is due is found by its time.
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

const waysOf = async (query: Parameters<CrowdedStore['planOf']>[0]) => {
  const plan = await store.planOf(query)
  return { ways: waysInto('confirmation_sheets', plan).join(), sorts: plan.sorts, text: plan.text }
}
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
      const plan = await waysOf(query)
      expect(plan.ways, plan.text).toMatch(/^confirmation_sheets_taxpayer\(taxpayer_id/)
      if (!isOnPostgres()) expect(plan.sorts).toBe(false)
    }
  })
  it('a number leads to its row', async () => {
    expect((await waysOf(pageQuery(store.database.reader, scope, { number: 'QR7' }, {}))).ways).toMatch(/^\w+\(number\)$/)
  })
})

/** PostgreSQL may well read an office's 10,000 from the first row to the last: they lie everywhere. */
describe.skipIf(isOnPostgres())('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, SheetFilter]])('%s', async (_, filter) => {
    const { reader } = store.database
    for (const query of [pageQuery(reader, scope, filter, {}), countQuery(reader, scope, filter)]) {
      const plan = await waysOf(query)
      expect(plan.ways).toMatch(/^confirmation_sheets_office\w*\(office_id/)
      expect(plan.sorts).toBe(false)
    }
  })
})

it('those of one conversation: by where they were sent', async () => {
  const scope = { officeId: 'o7' as OfficeId }
  const plan = await waysOf(pageQuery(store.database.reader, scope, { originId: 'c7' as ConversationId }, {}))
  expect(plan.ways, plan.text).toMatch(/^confirmation_sheets_office_origin\(office_id, origin_id/)
})

it('the minute looks at what is due alone', async () => {
  expect((await waysOf(dueQuery(store.database.reader, firstAt + 60_000))).ways).toMatch(/^confirmation_sheets_due\(due_at/)
})
