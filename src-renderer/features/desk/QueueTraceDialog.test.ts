// @vitest-environment happy-dom
import type { QueueTrace } from '@zhengna/contract/domain/queue.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { aTicket, installFakeDesk } from './desk.fixture.ts'
import QueueTraceDialog from './QueueTraceDialog.vue'

const trace = (over: Partial<QueueTrace> = {}): QueueTrace => ({
  ticketId: 't' as TicketId,
  enqueuedAt: 0,
  ahead: 2,
  agentsIdle: 0,
  agentsServing: 3,
  agentsResting: 1,
  offers: [],
  calls: [],
  skips: [],
  ...over,
})
async function dialogOf(answers: Parameters<typeof installFakeDesk>[0]) {
  const { host, plugins } = installFakeDesk(answers)
  const dialog = mount(QueueTraceDialog, { props: { ticket: aTicket(1) }, global: { plugins } })
  await flushPromises()
  return { host, dialog }
}
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})

describe('为什么还在等', () => {
  test('says what happened in its order, and how it stands now', async () => {
    const { dialog } = await dialogOf({
      'desk.queueTrace': () => ({
        trace: trace({
          offers: [
            { agentNumber: '1001', why: 'sticky', at: 60_000, outcome: 'declined' },
            { agentNumber: '1002', why: 'overflow', at: 240_000, outcome: null },
          ],
          calls: [{ agentNumber: '1003', at: 120_000, outcome: 'missed' }],
          skips: [{ reason: 'passed', count: 2, lastAt: 180_000 }],
        }),
      }),
    })
    const steps = dialog.findAll('.steps li').map((step) => step.text().replace(/\d\d:\d\d/g, '时'))
    expect(steps).toEqual([
      '时 申请人工服务',
      '时 分配给 1001 号（最近服务过）：暂不接待',
      '时 由 1003 号叫号：未接听',
      '让后面的先办 2 次，最近一次 时：叫号未接听或推迟，过号等待中',
      '时 分配给 1002 号（跨组支援）：待接待',
    ])
    expect(dialog.get('.now').text()).toBe('现在：同组前面还有 2 位；示闲 0 位，正在服务 3 位，小休 1 位。')
  })

  test('says so where nothing happened yet', async () => {
    const { dialog } = await dialogOf({ 'desk.queueTrace': () => ({ trace: trace() }) })
    expect(dialog.text()).toContain('还没有分配或叫号。')
  })

  test('that cannot be asked says why, and can be asked again', async () => {
    const { host, dialog } = await dialogOf({})
    expect(dialog.text()).toContain('当前未连接到服务')
    await dialog.findAll('button').at(0)!.trigger('click')
    await flushPromises()
    expect(host.asked.filter(({ name }) => name === 'desk.queueTrace')).toHaveLength(2)
  })
})
