// With 200,000 places, conversations and 留言 that were, a day of one office is read from the index of its days.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConversationId, OfficeId, TicketId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { firstAt, manyConversations, manyLeaveMessages, manyTickets } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { isOnPostgres } from '../../../../test/support/store-place.ts'
import { talksQuery, whispersQuery } from './talks.store.ts'
import { asksQuery, firstRepliesQuery, leftQuery, liveQuery, servedQuery } from './wall.store.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyTickets, manyConversations, manyLeaveMessages)
})
afterAll(() => store.close())

const office = 'o7' as OfficeId
const day = [firstAt, firstAt + 86_400_000] as const

it('who asked on a day is read from the index of that day', async () => {
  const plan = await store.planOf(asksQuery(store.database.reader, office, ...day))
  expect(waysInto('tickets', plan).join(), plan.text).toMatch(/^tickets_day\(enqueued_at/)
})

it('first replies are led by the place and its conversation', async () => {
  const plan = await store.planOf(firstRepliesQuery(store.database.reader, ['t7', 't8'] as TicketId[]))
  // Empty here, which PostgreSQL knows, and reads it all.
  if (!isOnPostgres()) expect(waysInto('messages', plan).join(), plan.text).toMatch(/^messages_seq\(conversation_id/)
  expect(waysInto('tickets', plan).join(), plan.text).toMatch(/\(id/)
})

it('who is served now is read from the index of live ones, who was served on a day from that day’s', async () => {
  const live = await store.planOf(liveQuery(store.database.reader, office))
  expect(waysInto('conversations', live).join(), live.text).toMatch(/^conversations_office_live/)
  const served = await store.planOf(servedQuery(store.database.reader, office, ...day))
  expect(waysInto('conversations', served).join(), served.text).toMatch(/^conversations_office_served\(office_id, served_at/)
})

it('the talks of an office are led by the index of live ones, what was whispered by its conversation', async () => {
  const talks = await store.planOf(talksQuery(store.database.reader, office))
  expect(waysInto('talk', talks).concat(waysInto('conversations', talks)).join(), talks.text).toMatch(/^conversations_office_live/)
  const whispers = await store.planOf(whispersQuery(store.database.reader, 'c7' as ConversationId))
  if (!isOnPostgres()) expect(waysInto('whispers', whispers).join(), whispers.text).toMatch(/^whispers_conversation\(conversation_id/)
})

it('what was left on a day is read from the index of that day', async () => {
  const plan = await store.planOf(leftQuery(store.database.reader, office, ...day))
  expect(waysInto('leave_messages', plan).join(), plan.text).toMatch(/^leave_messages_day\(created_at/)
})
