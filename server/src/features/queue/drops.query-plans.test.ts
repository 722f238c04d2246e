// With 200,000 conversations that were, whose agents are there is asked of those that go on alone.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { openCrowdedStore, type CrowdedStore } from '../../../../test/support/crowded-store.ts'
import { manyConversations } from '../../../../test/support/many-records.ts'
import { waysInto } from '../../../../test/support/query-plan.ts'
import { liveOfQuery, liveQuery } from '../conversations/index.ts'

let store: CrowdedStore
beforeAll(async () => {
  store = await openCrowdedStore(manyConversations)
})
afterAll(() => store.close())

it('all of them are read from the index of the live ones, those of an agent from that agent’s', async () => {
  const { reader } = store.database
  const all = await store.planOf(liveQuery(reader))
  expect(waysInto('conversations', all).join(), all.text).toMatch(/^conversations_office_live/)
  const own = await store.planOf(liveOfQuery(reader, 'a0' as PersonId))
  expect(waysInto('conversations', own).join(), own.text).toMatch(/^conversations_agent\(agent_id/)
})
