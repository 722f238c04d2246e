// @vitest-environment happy-dom
import type { QueueTrace } from '@zhengna/contract/domain/queue.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { queueLocale } from './queue.locale.ts'
import QueueTraceDialog from './QueueTraceDialog.vue'

const trace = (over: Partial<QueueTrace> = {}): QueueTrace => ({
  ticketId: 't' as TicketId,
  enqueuedAt: 0,
  ahead: 2,
  agentsIdle: 0,
  agentsServing: 3,
  agentsResting: 1,
  estimate: null,
  offers: [],
  calls: [],
  skips: [],
  ...over,
})
const eventful = trace({
  offers: [
    { agentNumber: '1001', why: 'sticky', at: 60_000, outcome: 'declined' },
    { agentNumber: '1002', why: 'overflow', at: 240_000, outcome: null },
  ],
  calls: [{ agentNumber: '1003', at: 120_000, outcome: 'missed' }],
  skips: [{ reason: 'passed', count: 2, lastAt: 180_000 }],
})
async function dialogOf(result: Result<{ trace: QueueTrace }>, isOwn = false) {
  const ask = vi.fn(() => Promise.resolve(result))
  const dialog = mount(QueueTraceDialog, { props: { ask, isOwn }, global: { plugins: [createTexts(uiLocale, queueLocale)] } })
  await flushPromises()
  const steps = dialog.findAll('.steps li').map((step) => step.text().replace(/\d\d:\d\d/g, '时'))
  return { ask, dialog, steps }
}
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})

describe('为什么还在等', () => {
  test('says what happened in its order, and how it stands now', async () => {
    const { dialog, steps } = await dialogOf(ok({ trace: eventful }))
    expect(steps).toEqual([
      '时 申请人工服务',
      '时 分配给 1001 号（最近服务过）：暂不接待',
      '时 由 1003 号叫号：未接听',
      '让后面的先办 2 次，最近一次 时：叫号未接听或推迟，过号等待中',
      '时 分配给 1002 号（跨组支援）：待接待',
    ])
    expect(dialog.get('.now').text()).toBe('现在：同组前面还有 2 位；坐席空闲 0 位，正在服务 3 位，暂离 1 位。')
  })

  test('says the same to whoever waits, of themselves and of no agent who did not come', async () => {
    const { dialog, steps } = await dialogOf(ok({ trace: eventful }), true)
    expect(steps).toEqual([
      '时 申请人工服务',
      '时 已找到坐席：未能接入，继续为您安排',
      '时 由 1003 号叫号：未接听',
      '后来的纳税人先接入 2 次，最近一次 时：叫您时未接听或推迟',
      '时 已找到坐席：正在接通',
    ])
    expect(dialog.get('.order').text()).toContain('税务机关看到的次序与您一致')
  })

  test('says how long it is expected to take, where that is known', async () => {
    const { dialog } = await dialogOf(ok({ trace: trace({ estimate: { lowMs: 180_000, highMs: 420_000, trackRecord: null } }) }))
    expect(dialog.get('.now').text()).toContain('预计还需 3–7 分钟')
  })

  test('says so where nothing happened yet', async () => {
    expect((await dialogOf(ok({ trace: trace() }))).dialog.text()).toContain('还没有分配或叫号。')
    expect((await dialogOf(ok({ trace: trace() }), true)).dialog.text()).toContain('还没有轮到您')
  })

  test('that cannot be asked says why, and can be asked again', async () => {
    const { ask, dialog } = await dialogOf(fail(failure('HOST_OFFLINE')))
    expect(dialog.text()).toContain('当前未连接到服务')
    await dialog.findAll('button').at(0)!.trigger('click')
    await flushPromises()
    expect(ask).toHaveBeenCalledTimes(2)
  })
})
