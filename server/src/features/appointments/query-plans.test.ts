// With 200,000 appointments 我的预约 begins at its taxpayer's, whatever narrows it; the check reads what is due alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { firstAt, manyAppointments } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { countOfOwn, pageOfOwn, type OwnFilter } from './appointment-list.ts'
import { bookedBefore, bookedBetween, proposalsBegun, talksOver } from './due.store.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyAppointments)
})
afterAll(() => store.close())

type Narrowing = Omit<OwnFilter, 'origin'>
const filters: [string, Narrowing][] = [
  ['nothing', {}],
  ['a state', { state: 'kept' }],
  ['how the talk went', { interaction: 'done' }],
  ['a service', { serviceType: 'invoice' as SkillGroupId }],
  ['a way', { way: 'phone' }],
  ['a first day', { from: '2026-02-01' }],
  ['a last day', { to: '2026-02-01' }],
  ['a day', { from: '2026-02-01', to: '2026-02-01' }],
  ['a matter', { matter: '发票' }],
  ['all but the number', { state: 'kept', way: 'phone', interaction: 'done', from: '2026-02-01', to: '2026-02-07', matter: '发票' }],
]

describe.each([
  ['who has many', 'p7'],
  ['who has a few', 'p777'],
])('those of a taxpayer %s, narrowed by', (_, id) => {
  const taxpayerId = id as PersonId
  it.each(filters)('%s', async (_name, narrowing) => {
    const { reader } = store.database
    for (const origin of ['own', 'invited'] as const) {
      const filter = { origin, ...narrowing }
      for (const query of [
        pageOfOwn(reader, taxpayerId, filter, 1, 10),
        pageOfOwn(reader, taxpayerId, filter, 9, 10),
        countOfOwn(reader, taxpayerId, filter),
      ]) {
        const plan = await store.planOf(query)
        expect(waysInto('appointments', plan).join(), plan.text).toMatch(/^appointments_own\(taxpayer_id, origin(, starts_at)*\)$/)
        expect(waysInto('people', plan)).not.toContain('all of it')
        if (!isOnPostgres()) expect(plan.sorts).toBe(false)
      }
    }
  })
  it('a number leads to its row', async () => {
    const plan = await store.planOf(pageOfOwn(store.database.reader, taxpayerId, { origin: 'own', number: 'YY7' }, 1, 10))
    expect(waysInto('appointments', plan).join()).toMatch(/^\w+\(number\)$/)
  })
})

it('the check reads what is open, by time', async () => {
  const { reader } = store.database
  for (const query of [proposalsBegun(reader, firstAt), bookedBefore(reader, firstAt), bookedBetween(reader, firstAt, firstAt + 1)])
    expect(waysInto('appointments', await store.planOf(query)).join()).toMatch(/^appointments_due\(is_open, starts_at/)
  expect(waysInto('appointments', await store.planOf(talksOver(reader))).join()).toMatch(/^appointments_(due|conversation)\(/)
})
