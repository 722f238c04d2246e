// @vitest-environment happy-dom
import type { Transfer } from '@zhengna/contract/domain/transfer.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { TransferStanding } from '../transfers/index.ts'
import { aView, idOf, installFakeDesk, liveConversation } from './desk.fixture.ts'
import { useDeskStore } from './desk.store.ts'
import TransferBar from './TransferBar.vue'

const aTransfer = (over: Partial<Transfer> = {}): Transfer =>
  ({
    id: idOf(7),
    conversationId: idOf(1),
    state: 'asked',
    fromNumber: '1001',
    toNumber: '1002',
    groupName: null,
    note: '已核对开票信息',
    reason: '',
    taxpayerName: '晨光餐饮',
    lastQuestion: '怎么红冲',
    endsAt: Date.now() + 25_000,
    ...over,
  }) as unknown as Transfer

async function barWith(asked: Transfer[], answers: Parameters<typeof installFakeDesk>[0] = {}) {
  const { host, plugins } = installFakeDesk({ 'desk.open': () => aView({ transfers: { asked, sent: [] } }), ...answers })
  const desk = useDeskStore()
  await desk.open()
  const bar = mount(TransferBar, { global: { plugins }, attachTo: document.body })
  await flushPromises()
  const press = async (name: string, nth = 0) => {
    await bar
      .findAll('button')
      .filter((button) => button.text() === name)
      [nth]!.trigger('click')
    await flushPromises()
  }
  return { host, desk, bar, press }
}

describe('转接请求', () => {
  test('says who, about what, with which note and for how long; nothing where nobody asks', async () => {
    const { bar } = await barWith([aTransfer(), aTransfer({ id: idOf(8) as never })])
    for (const said of ['晨光餐饮', '来自 1001 号坐席', '怎么红冲', '转接说明：已核对开票信息', '另有 1 个'])
      expect(bar.text()).toContain(said)
    expect(bar.text()).toMatch(/剩余 00:2\d/)
    expect((await barWith([])).bar.find('section').exists()).toBe(false)
  })

  test('accepted, its conversation is opened', async () => {
    const { host, desk, bar, press } = await barWith([aTransfer()], { 'transfers.accept': () => liveConversation(1) })
    await press('接受')
    expect(host.asked.at(-1)).toEqual({ name: 'transfers.accept', params: { transferId: idOf(7) } })
    expect(desk.selectedId).toBe(idOf(1))
    expect(bar.emitted('accepted')).toHaveLength(1)
  })

  test('that came to nothing meanwhile opens nothing', async () => {
    const { desk, press } = await barWith([aTransfer()])
    await press('接受')
    expect(desk.selectedId).toBeNull()
  })
})

describe('转接情况', () => {
  const textOf = (over: Partial<Transfer>): string => {
    const { plugins } = installFakeDesk()
    return mount(TransferStanding, { props: { transfer: aTransfer(over) }, global: { plugins } }).text()
  }
  test('its sender reads that it stands, or why it came back; done or cancelled nothing is said', () => {
    expect(textOf({})).toContain('正在转接给 1002 号坐席')
    expect(textOf({ state: 'declined', reason: '不熟悉出口退税' })).toContain('原因：不熟悉出口退税')
    expect(textOf({ state: 'lapsed' })).toContain('未在规定时间内接受')
    expect(textOf({ state: 'cancelled' })).toBe('')
  })
})
