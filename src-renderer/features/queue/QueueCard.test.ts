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
