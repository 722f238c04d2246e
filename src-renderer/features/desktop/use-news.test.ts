// @vitest-environment happy-dom
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import { installHost } from '../../host/index.ts'
import { aMessage, fakeHost } from '../chat/chat.fixture.ts'
import { useNews } from './use-news.ts'

test('what the other side wrote is news while the window is left, and none once somebody is back', async () => {
  const host = fakeHost({})
  installHost(host)
  let news = () => -1
  mount(
    defineComponent(() => {
      const count = useNews('agent')
      news = () => count.value
      return () => null
    }),
  )
  const came = async (...messages: LocalMessage[]): Promise<number> => {
    host.emit('messages.changed', { messages, removed: [] })
    await nextTick()
    return news()
  }
  const said = (id: string, over: Partial<LocalMessage> = {}): LocalMessage => aMessage(id, { author: 'agent', at: Date.now(), ...over })
  window.dispatchEvent(new Event('blur'))
  await nextTick()
  expect(await came(said('1'), said('2', { author: 'taxpayer' }), said('3', { at: 1 }))).toBe(1)
  expect(await came(said('1'), said('4'))).toBe(2)
  expect(await came(said('4', { body: { kind: 'retracted', text: null } }))).toBe(1)
  window.dispatchEvent(new Event('focus'))
  await nextTick()
  expect(news()).toBe(0)
  expect(await came(said('5'))).toBe(0)
})
