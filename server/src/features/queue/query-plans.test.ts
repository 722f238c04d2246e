// With 200,000 places that were, what is asked with every change of the queue reads those that are, or a group's newest.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConversationId, OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { firstAt, manyEstimates, manyOffers, manyTickets } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { countQuery, recordQuery, waitedQuery } from './estimates.store.ts'
import { declinersQuery, lastOffersQuery, overdueQuery } from './offers.store.ts'
import { conversationsQuery, taxpayersQuery, waitingQuery } from './tickets.store.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyTickets, manyOffers, manyEstimates)
})
afterAll(() => store.close())

const officeId = 'o7' as OfficeId
const groupId = 'g1' as SkillGroupId

it('who waits in an office is read from the index of those who wait, in serving order', async () => {
  const plan = await store.planOf(waitingQuery(store.database.reader, officeId))
  expect(waysInto('tickets', plan).join(), plan.text).toMatch(/^tickets_waiting\(office_id/)
  if (!isOnPostgres()) expect(plan.sorts).toBe(false)
})

it('the open place of a taxpayer and of a conversation is looked for among the open ones', async () => {
  const { reader } = store.database
  const own = await store.planOf(taxpayersQuery(reader, 'p7' as PersonId, officeId))
  expect(waysInto('tickets', own).join(), own.text).toMatch(/^tickets_waiting\(office_id/)
  const talk = await store.planOf(conversationsQuery(reader, 'c7' as ConversationId))
  expect(waysInto('tickets', talk).join(), talk.text).toMatch(/^tickets_one_waiting\(conversation_id/)
})

it('an offer that is overdue is read from the index of those that stand', async () => {
  const plan = await store.planOf(overdueQuery(store.database.reader, firstAt))
  expect(waysInto('ticket_offers', plan).join(), plan.text).toMatch(/^ticket_offers_(due|open)/)
})

it('who declined, and who was offered nobody the longest, is led by the place and by the agent', async () => {
  const { reader } = store.database
  const declined = await store.planOf(declinersQuery(reader, ['t7', 't8'] as TicketId[], firstAt))
  expect(waysInto('ticket_offers', declined).join(), declined.text).toMatch(/^ticket_offers_ticket\(ticket_id/)
  const last = await store.planOf(lastOffersQuery(reader, ['a7', 'a8'] as PersonId[]))
  expect(waysInto('ticket_offers', last).join(), last.text).toMatch(/^ticket_offers_agent\(agent_id/)
})

it('how long a group’s waits were is read from the newest backwards', async () => {
  const { reader } = store.database
  const waited = await store.planOf(waitedQuery(reader, { officeId, groupId, isFree: true }, firstAt))
  expect(waysInto('wait_estimates', waited).join(), waited.text).toMatch(/^wait_estimates_group\(office_id, skill_group_id, closed_at/)
  const record = await store.planOf(recordQuery(reader, { officeId, groupId }, firstAt, firstAt + 86_400_000).limit(30))
  expect(waysInto('wait_estimates', record).join(), record.text).toMatch(/^wait_estimates_shown\(office_id, skill_group_id, closed_at/)
  if (!isOnPostgres()) expect([waited.sorts, record.sorts]).toEqual([false, false])
  const counted = await store.planOf(countQuery(reader, { officeId, groupId }, firstAt, firstAt + 86_400_000))
  expect(waysInto('wait_estimates', counted).join(), counted.text).toMatch(/^wait_estimates_shown\(office_id, skill_group_id, closed_at/)
})
