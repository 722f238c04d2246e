// A console that lost a conversation, to a colleague or to the queue, lists it no more: at once, and after a time without a line.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import { openBothSides, type BothSides } from '../support/both-sides.ts'
import { openTestHost, type TestHost } from '../support/host.ts'

let sides: BothSides
let colleague: TestHost
let id: ConversationId

beforeEach(async () => {
  sides = await openBothSides()
  colleague = await openTestHost('console', sides.server.url)
  await colleague.signIn('zx002')
  for (const host of [sides.agent, colleague]) await host.ask('desk.setPresence', { presence: 'idle' })
  await sides.taxpayer.ask('queue.join', { reason: 'button' })
  id = (await sides.agent.ask('desk.take', { ticketId: null })).id
})
afterEach(async () => {
  await colleague.remove()
  await sides.remove()
})

const listed = async (host: TestHost): Promise<boolean> =>
  (await host.ask('desk.open', {})).conversations.some(({ conversation }) => conversation.id === id)
const ask = () =>
  sides.agent.ask('transfers.ask', {
    params: { conversationId: id },
    body: { to: { kind: 'agent', agentId: 'zx002' as PersonId }, note: '请接' },
  })

it('the colleague accepts: it is theirs with all that was said, and gone from the sender’s list', async () => {
  const { transfer } = await ask()
  await colleague.heard('desk.changed', ({ transfers }) => transfers.asked.some((one) => one.id === transfer.id))
  await colleague.ask('transfers.accept', { transferId: transfer.id })
  await sides.agent.heard('desk.changed', ({ conversations }) => !conversations.some(({ conversation }) => conversation.id === id))
  expect(await listed(sides.agent)).toBe(false)
  expect(await listed(colleague)).toBe(true)
  const { messages } = await colleague.ask('desk.talk', { conversationId: id })
  expect(messages.map(({ body }) => (body.kind === 'event' ? body.event.type : body.kind))).toContain('transferred')
  await sides.taxpayer.heard('conversation.changed', ({ agent }) => agent?.id === 'zx002')
})

it('taken over while the sender’s console was closed, it is gone when it comes back', async () => {
  const { transfer } = await ask()
  await sides.agent.close()
  await colleague.heard('desk.changed', ({ transfers }) => transfers.asked.length === 1)
  await colleague.ask('transfers.accept', { transferId: transfer.id })
  await sides.agent.reopen()
  await sides.agent.online()
  await expect.poll(() => listed(sides.agent), { timeout: 10_000 }).toBe(false)
  expect(await listed(colleague)).toBe(true)
})

it('gone for too long, the console lists whom it served no more when it comes back', async () => {
  await sides.agent.close()
  await sides.taxpayer.heard('conversation.changed', ({ agentAwaySince }) => agentAwaySince !== null)
  sides.server.clock.advance(61_000)
  await sides.taxpayer.heard('conversation.changed', ({ agent, stage }) => stage === 'queued' && agent === null)
  await sides.taxpayer.heard('messages.changed', ({ messages }) =>
    messages.some(({ body }) => body.kind === 'event' && body.event.type === 'agent-dropped'),
  )
  await sides.agent.reopen()
  await sides.agent.online()
  await expect.poll(() => listed(sides.agent), { timeout: 10_000 }).toBe(false)
})
