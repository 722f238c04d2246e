// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { useChatStore } from '../chat/index.ts'
import { aPlace } from './queue.fixture.ts'
import { useQueueStore } from './queue.store.ts'

function queueWith(answers: Record<string, (params: never) => unknown> = {}) {
  const host = fakeHost(answers)
  installHost(host)
  setActivePinia(createPinia())
  return { host, queue: useQueueStore(), chat: useChatStore() }
}
/** A host that knows of an appointment which is now. */
function queueWithAppointment() {
  const asked: unknown[] = []
  const { queue, chat, host } = queueWith()
  host.request = ((_: string, params: { how?: string }): Promise<Result<unknown>> => {
    asked.push(params)
    if (!params.how) return Promise.resolve(fail(failure('APPOINTMENT_IS_NOW', { slot: '14:00–14:30' })))
    return Promise.resolve(ok(params.how === 'keep-queueing' ? aPlace() : null))
  }) as typeof host.request
  return { queue, chat, asked }
}

describe('asking for a person', () => {
  test('gives a place, and a failure leaves none', async () => {
    const { queue, chat } = queueWith({ 'queue.join': () => aPlace({ ahead: 4 }) })
    expect(await queue.join('button')).toBeNull()
    expect(chat.place?.ahead).toBe(4)
    const refused = queueWith()
    expect(await refused.queue.join('button')).toMatchObject({ code: 'HOST_OFFLINE' })
    expect(refused.chat.place).toBeNull()
  })

  test('in one’s own half hour asks first, and says no failure', async () => {
    const { queue, chat } = queueWithAppointment()
    expect(await queue.join('unsolved')).toBeNull()
    expect([queue.bookedNow, chat.place]).toEqual(['unsolved', null])
  })

  test.each(['keep-waiting', 'keep-queueing'] as const)('the choice %s is sent with the reason it was asked for', async (how) => {
    const { queue, chat, asked } = queueWithAppointment()
    await queue.join('unsolved')
    expect(await queue.join(queue.bookedNow!, how)).toBeNull()
    expect(asked.at(-1)).toEqual({ reason: 'unsolved', how })
    expect([queue.bookedNow, chat.place !== null]).toEqual([null, how === 'keep-queueing'])
  })
})

describe('a place', () => {
  test('is given up only once the host did', async () => {
    const { queue, chat } = queueWith()
    chat.place = aPlace()
    expect(await queue.cancel()).not.toBeNull()
    expect(chat.place).not.toBeNull()
  })

  test('shows what the host made of 轮到我时叫我 and of a call put off', async () => {
    const { queue, chat } = queueWith({
      'queue.setCallBack': ({ callsBack }: { callsBack: boolean }) => aPlace({ callsBack }),
      'queue.defer': () => aPlace({ ahead: 3 }),
    })
    await queue.setCallBack(true)
    expect(chat.place?.callsBack).toBe(true)
    await queue.defer()
    expect(chat.place?.ahead).toBe(3)
  })

  test('that is being called says so', () => {
    const { queue, chat } = queueWith()
    chat.place = aPlace()
    expect(queue.call).toBeNull()
    chat.place = aPlace({ call: { agentNumber: '1001', endsAt: 1, isLast: false } })
    expect(queue.call).toMatchObject({ agentNumber: '1001' })
  })
})
