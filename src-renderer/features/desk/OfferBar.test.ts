// @vitest-environment happy-dom
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { useSessionStore } from '../session/index.ts'
import { aTicket, aView, installFakeDesk, liveConversation } from './desk.fixture.ts'
import { useDeskStore } from './desk.store.ts'
import OfferBar from './OfferBar.vue'

const offeredTo = (agentId: string, number: number): WaitingTicket =>
  aTicket(number, { offer: { agentId: agentId as PersonId, agentNumber: '1001', endsAt: Date.now() + 25_000 } })

async function barWith(waiting: WaitingTicket[], answers: Parameters<typeof installFakeDesk>[0] = {}) {
  const { host, plugins } = installFakeDesk({ 'desk.open': () => aView({}, waiting), 'desk.declineOffer': () => null, ...answers })
  useSessionStore().$patch({ view: { status: 'signed-in', person: { id: 'zx001' } } } as never)
  const desk = useDeskStore()
  await desk.open()
  const bar = mount(OfferBar, { global: { plugins } })
  await flushPromises()
  const press = async (name: string) => {
    await bar
      .findAll('button')
      .find((button) => button.text() === name)!
      .trigger('click')
    await flushPromises()
  }
  return { host, desk, bar, press }
}

describe('新的接待', () => {
  test('is shown for the first of one’s own offers, with the time that is left, and not for a colleague’s', async () => {
    const { bar } = await barWith([offeredTo('zx002', 1), offeredTo('zx001', 2), offeredTo('zx001', 3)])
    expect(bar.text()).toContain('纳税人2')
    expect(bar.text()).toMatch(/剩余 00:2\d/)
    expect(bar.text()).toContain('另有 1 位')
    expect((await barWith([offeredTo('zx002', 1), aTicket(2)])).bar.find('section').exists()).toBe(false)
  })

  test('accepted, its conversation is opened', async () => {
    const { host, desk, bar, press } = await barWith([offeredTo('zx001', 2)], { 'desk.take': () => liveConversation(9) })
    await press('接待')
    expect(host.asked.at(-1)).toEqual({ name: 'desk.take', params: { ticketId: aTicket(2).ticketId } })
    expect(desk.selectedId).toBe(liveConversation(9).id)
    expect(bar.emitted('accepted')).toHaveLength(1)
  })

  test('that came to nothing meanwhile opens nothing', async () => {
    const { desk, bar, press } = await barWith([offeredTo('zx001', 2)])
    await press('接待')
    expect(desk.actionFailure?.code).toBe('HOST_OFFLINE')
    expect(bar.emitted('accepted')).toBeUndefined()
  })

  test('declined, it is said to the server', async () => {
    const { host, press } = await barWith([offeredTo('zx001', 2)])
    await press('暂不接待')
    expect(host.asked.at(-1)).toEqual({ name: 'desk.declineOffer', params: { ticketId: aTicket(2).ticketId } })
  })
})
