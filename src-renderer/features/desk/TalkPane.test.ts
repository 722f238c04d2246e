// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { aMessage, anAnswer } from '../chat/chat.fixture.ts'
import { aTaxpayer, idOf, installFakeDesk, liveConversation } from './desk.fixture.ts'
import type { FilledArticle } from './filled-article.ts'
import { useTalkStore } from './talk.store.ts'
import TalkPane from './TalkPane.vue'

const one = idOf(1)
const exposed = (vm: unknown) => vm as { insert(filled: FilledArticle): void }
const event = { kind: 'event' as const, event: { type: 'served' as const, agentNumber: '1001' } }
const messages = [
  aMessage('问机器人', { conversationId: one, seq: 1 }),
  aMessage('s', { conversationId: one, seq: 2, author: 'system', body: event, delivery: null }),
  aMessage('问坐席', { conversationId: one, seq: 3 }),
]

async function openPane(conversation: object = {}, isFocused = true) {
  vi.spyOn(document, 'hasFocus').mockReturnValue(isFocused)
  const { host, plugins } = installFakeDesk({
    'desk.talk': () => ({
      conversation: liveConversation(1, conversation),
      taxpayer: aTaxpayer(),
      messages,
      hasEarlier: false,
      draft: '您好，',
    }),
  })
  const pane = mount(TalkPane, { global: { plugins }, attachTo: document.body })
  await useTalkStore().open(one)
  await nextTick()
  return { pane, host, marks: () => host.asked.filter(({ name }) => name === 'chat.markRead').map(({ params }) => params) }
}

describe('the talk', () => {
  beforeEach(() => void vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible'))
  afterEach(() => {
    vi.restoreAllMocks()
    document.body.innerHTML = ''
  })

  test("the bot's part is one line until it is opened", async () => {
    const { pane } = await openPane()
    expect(pane.text()).not.toContain('问机器人')
    expect(pane.text()).toContain('问坐席')
    await pane.get('.bot-phase').trigger('click')
    expect(pane.text()).toContain('问机器人')
    expect(pane.get('.bot-phase').attributes('aria-expanded')).toBe('true')
  })

  test('what is on the screen of a focused window is told as read', async () => {
    const { marks } = await openPane()
    expect(marks()).toEqual([{ conversationId: one, seq: 3 }])
  })

  test('a window nobody works in tells nothing until it is focused', async () => {
    const { marks } = await openPane({}, false)
    expect(marks()).toEqual([])
    window.dispatchEvent(new Event('focus'))
    await nextTick()
    expect(marks()).toEqual([{ conversationId: one, seq: 3 }])
  })

  test('「填入」 goes to the cursor and sends nothing', async () => {
    const { pane, host } = await openPane()
    const box = pane.get('textarea').element
    box.setSelectionRange(0, 0)
    exposed(pane.vm).insert({ articleId: 'a1' as ArticleId, text: '免征。' })
    expect(useTalkStore().draft).toBe('免征。您好，')
    expect(host.asked.some(({ name }) => name === 'chat.send')).toBe(false)
  })

  test('a filled-in text is sent with the article it is from', async () => {
    const { pane, host } = await openPane()
    exposed(pane.vm).insert({ articleId: 'a1' as ArticleId, text: '免征。' })
    await nextTick()
    await pane.get('button.send').trigger('click')
    expect(host.asked.findLast(({ name }) => name === 'chat.send')?.params).toMatchObject({ articleId: 'a1' })
  })

  test('an answer of the bot says what the taxpayer thought of it', async () => {
    const { pane, host } = await openPane()
    await pane.get('.bot-phase').trigger('click')
    expect(pane.text()).not.toContain('无用')
    const vote = { isUseful: false, reason: 'wrong' as const }
    const answer = aMessage('答', { conversationId: one, seq: 4, author: 'bot', body: anAnswer('问坐席'), delivery: null, vote })
    host.emit('messages.changed', { messages: [answer], removed: [] })
    await nextTick()
    expect(pane.get('.answer').text()).toContain('纳税人反馈：无用：答案错误')
  })

  test('an ended conversation cannot be written in and shows how it was rated', async () => {
    const { pane } = await openPane({
      stage: 'ended',
      endedBy: 'taxpayer',
      endedAt: 5,
      rating: { state: 'given', outcome: 'unsolved', remark: '没说清', at: 6 },
    })
    expect(pane.find('textarea').exists()).toBe(false)
    expect(pane.text()).toContain('纳税人评价：未解决')
    expect(pane.text()).toContain('没说清')
    expect(pane.findAll('button').some((button) => button.text() === '结束会话')).toBe(false)
  })
})
