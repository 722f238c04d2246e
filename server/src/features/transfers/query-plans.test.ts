// With 200,000 transfers that were, what is asked every second and with every change reads those that stand.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { firstAt, manyTransfers } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { askedQuery, conversationsQuery, overdueQuery, sentQuery } from './transfers.store.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyTransfers)
})
afterAll(() => store.close())

it('those overdue, of a conversation and asked of an agent are looked for among those that stand', async () => {
  const { reader } = store.database
  const overdue = await store.planOf(overdueQuery(reader, firstAt))
  expect(waysInto('transfers', overdue).join(), overdue.text).toMatch(/^transfers_due/)
  const talk = await store.planOf(conversationsQuery(reader, 'c7' as ConversationId))
  expect(waysInto('transfers', talk).join(), talk.text).toMatch(/^transfers_open\(conversation_id/)
  const asked = await store.planOf(askedQuery(reader, 'a7' as PersonId))
  expect(waysInto('transfers', asked).join(), asked.text).toMatch(/^transfers_asked\(to_agent_id/)
})

it('what an agent asked is read by way of the conversations they serve, never all of it', async () => {
  const sent = await store.planOf(sentQuery(store.database.reader, 'a7' as PersonId))
  expect(waysInto('transfers', sent).join(), sent.text).toMatch(/^transfers_conversation\(conversation_id/)
})
