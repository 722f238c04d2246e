// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { aRow, aTicket, aView, idOf, installFakeDesk } from './desk.fixture.ts'
import DeskList from './DeskList.vue'
import { useDeskStore } from './desk.store.ts'

async function listWith(view: ReturnType<typeof aView>) {
  const { host, plugins } = installFakeDesk({ 'desk.open': () => view })
  await useDeskStore().open()
  const list = mount(DeskList, { global: { plugins } })
  const buttons = (name: string) => list.findAll('button').filter((button) => button.text() === name)
  return { list, buttons, taken: () => host.asked.filter(({ name }) => name === 'desk.take').map(({ params }) => params) }
}
const isDisabled = (button: { attributes: (name: string) => string | undefined } | undefined) =>
  button?.attributes('disabled') !== undefined

describe('the list', () => {
  test('「呼叫」 takes the next, 「接入」 the named place', async () => {
    const { buttons, taken } = await listWith(aView({}, [aTicket(1), aTicket(2)]))
    await buttons('呼叫')[0]?.trigger('click')
    await buttons('接入')[1]?.trigger('click')
    expect(taken()).toEqual([{ ticketId: null }, { ticketId: aTicket(2).ticketId }])
  })

  test('who is not 示闲 takes nobody, and is told why', async () => {
    const { list, buttons } = await listWith(aView({ presence: 'resting' }, [aTicket(1)]))
    expect([...buttons('呼叫'), ...buttons('接入')].map(isDisabled)).toEqual([true, true])
    expect(list.text()).toContain('您当前小休，示闲后才能接入。')
  })

  test('a taxpayer who waits longer than a minute for a reply is marked', async () => {
    const now = Date.now()
    const { list } = await listWith(
      aView({ conversations: [aRow(1, { waitingSince: now - 61_000 }), aRow(2, { waitingSince: now - 5_000 })] }),
    )
    expect(list.findAll('.row').map((row) => row.classes('overdue'))).toEqual([false, true])
  })

  test('unread messages are told to ears as well as to eyes', async () => {
    const { list } = await listWith(aView({ conversations: [aRow(1, { unread: 3 })] }))
    expect(list.get('.unread').text()).toContain('3 条未读')
  })

  test('a row opens its conversation', async () => {
    const { list } = await listWith(aView({ conversations: [aRow(1)] }))
    await list.get('.row').trigger('click')
    expect(useDeskStore().selectedId).toBe(idOf(1))
    expect(list.get('.row').attributes('aria-current')).toBe('true')
  })

  test('more wait than the board shows: the rest is counted', async () => {
    const { list } = await listWith(aView({ board: { ...aView().board!, waiting: [aTicket(1)], waitingCount: 9 } }))
    expect(list.text()).toContain('另有 8 位')
  })
})
