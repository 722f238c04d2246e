// @vitest-environment happy-dom
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { aPlace } from './queue.fixture.ts'
import { queueLocale } from './queue.locale.ts'
import QueueCard from './QueueCard.vue'

const why = (over: Partial<QueuePlace>): string =>
  mount(QueueCard, {
    props: { place: aPlace({ agentsServing: 0, ...over }), cancel: () => Promise.resolve() },
    global: { plugins: [createTexts(uiLocale, queueLocale)] },
  })
    .get('.why')
    .text()

test('why one still waits is said by what is nearest to its end', () => {
  const closed = { opensAt: momentOf('2026-11-30', '09:00') }
  expect(why({ ...closed, isOffered: true, agentsIdle: 1 })).toContain('已为您找到坐席')
  expect(why({ ...closed, agentsIdle: 1, agentsServing: 2 })).toContain('有坐席空闲')
  expect(why({ ...closed, agentsServing: 2 })).toContain('2 位坐席正在服务')
  expect(why({ ...closed, agentsResting: 1 })).toContain('现在不在服务时间，2026-11-30 09:00 起按顺序接入')
  expect(why({ agentsResting: 1 })).toContain('1 位坐席暂时离开')
  expect(why({})).toContain('目前没有空闲的坐席')
})

test('whoever was served by an agent who is gone reads that they come first, and others do not', () => {
  expect(why({ reason: 'agent-dropped', agentsServing: 2 })).toContain('坐席连接中断，您已排到最前面。2 位坐席正在服务')
  expect(why({})).not.toContain('最前面')
})

const estimateIn = (estimate: QueuePlace['estimate']) =>
  mount(QueueCard, {
    props: { place: aPlace({ estimate }), cancel: () => Promise.resolve() },
    global: { plugins: [createTexts(uiLocale, queueLocale)] },
  }).find('.estimate')

test('how long it takes is a range with its track record, and is not said where nobody knows', () => {
  expect(estimateIn({ lowMs: 180_000, highMs: 360_000, trackRecord: { percent: 82, of: 50 } }).text()).toBe(
    '预计还需 3–6 分钟昨日 82% 的人在预计时间内接入',
  )
  const text = (lowMs: number, highMs: number) => estimateIn({ lowMs, highMs, trackRecord: null }).text()
  expect(text(0, 120_000)).toBe('预计 2 分钟内接入')
  expect(text(20_000, 50_000)).toBe('预计还需 20–50 秒')
  expect(text(40_000, 80_000)).toBe('预计还需 40 秒–1 分 20 秒')
  expect(text(90_000, 180_000)).toBe('预计还需 1 分 30 秒–3 分钟')
  expect(estimateIn(null).exists()).toBe(false)
})
