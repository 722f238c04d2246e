// @vitest-environment happy-dom
import type { Gap, GapState } from '@zhengna/contract/domain/gap.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, todayInBeijing, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { weekBefore, weekOf } from './day-span.ts'
import { aFailedQuestion, aGap } from './gap.fixture.ts'
import { gapsLocale } from './gaps.locale.ts'
import GapsSection from './GapsSection.vue'
import { nearestTopics } from './use-topic-choice.ts'

const topicsOf = (...ids: string[]) => ({ topics: ids.map((id) => ({ id, name: `专题${id}`, summary: '', articles: 1, open: 0 })) })

async function sectionWith(gaps: readonly Gap[], answers: Parameters<typeof fakeHost>[0] = {}) {
  const held = [...gaps]
  const move = (state: GapState) => (asked: { params: { gapId: string } }) => {
    const at = held.findIndex(({ id }) => id === asked.params.gapId)
    held[at] = { ...held[at]!, state }
    return {}
  }
  const host = fakeHost({
    'editing.listGaps': ({ query }: { query: { state: GapState } }) => ({
      gaps: held.filter(({ state }) => state === query.state),
      asked: 8,
      answered: 5,
      groups: Object.fromEntries(
        (['open', 'drafted', 'dismissed'] as const).map((state) => [state, held.filter((gap) => gap.state === state).length]),
      ),
    }),
    'editing.dismissGap': move('dismissed'),
    'editing.reopenGap': move('open'),
    'editing.listTopics': () => topicsOf('vat', 'deed', 'stamp'),
    'knowledge.search': () => [],
    ...answers,
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const section = mount(GapsSection, { global: { plugins: [pinia, createTexts(uiLocale, gapsLocale)] }, attachTo: document.body })
  await flushPromises()
  const press = async (name: string) => {
    await section
      .findAll('button')
      .find((button) => button.text().startsWith(name))!
      .trigger('click')
    await flushPromises()
  }
  const asked = (name: string) => host.asked.filter((one) => one.name === name).map(({ params }) => params)
  const questions = () => section.findAll('h3').map((found) => found.text())
  return { section, press, asked, questions, host }
}
afterEach(() => void (document.body.innerHTML = ''))

describe('待补知识', () => {
  test('opens on this week and what is still to do', async () => {
    const { asked, section } = await sectionWith([aGap(1), aGap(2, { state: 'drafted' })])
    expect(asked('editing.listGaps')).toEqual([{ query: { ...weekOf(todayInBeijing()), state: 'open' } }])
    expect(section.get('dl').text()).toMatch(/咨询8次.*直接答复62\.5%.*待处理1组/)
  })

  test('asks again for another week, and not for a span that ends before it begins', async () => {
    const { asked, press, section } = await sectionWith([])
    await press('上周')
    expect(asked('editing.listGaps').at(-1)).toEqual({ query: { ...weekBefore(todayInBeijing()), state: 'open' } })
    await press('自选')
    await section.get('[aria-label=起始日]').setValue('2026-12-31')
    await section.get('[aria-label=截止日]').setValue('2026-12-01')
    const before = asked('editing.listGaps').length
    expect(section.get('[role=alert]').text()).toContain('起始日不能晚于截止日')
    await section.get('[aria-label=起始日]').setValue('2026-11-01')
    await flushPromises()
    expect(asked('editing.listGaps').slice(before)).toEqual([{ query: { from: '2026-11-01', to: '2026-12-01', state: 'open' } }])
  })

  test('says how often, by how many and why; the questions are folded in', async () => {
    const disliked = aFailedQuestion(2, { kind: 'disliked', reason: 'wrong', remark: '已经改了' })
    const { section } = await sectionWith([aGap(1, { count: 30, people: 12, disliked: 4, questions: [disliked] })])
    const card = section.get('li.card').text()
    for (const words of ['问过 30 次', '12 人', '无人答复 26', '无用 4', '最近 1 条，共 30 条', '无用 · 答案错误 · 已经改了'])
      expect(card).toContain(words)
  })

  test('a dismissed group leaves the open list and can be taken back', async () => {
    const { press, questions, section } = await sectionWith([aGap(1), aGap(2)])
    await section.get('li.card').findAll('button').at(-1)!.trigger('click')
    await flushPromises()
    expect(questions()).toEqual(['第2个问题'])
    await press('不处理')
    expect(questions()).toEqual(['第1个问题'])
    await press('恢复')
    expect(questions()).toEqual([])
    await press('待处理')
    expect(questions()).toEqual(['第1个问题', '第2个问题'])
  })

  test('a draft is begun in the nearest topic and opened', async () => {
    const hit = (topicId: string, probability: number) => ({ article: { topicId }, probability })
    const { press, section, asked } = await sectionWith([aGap(1)], {
      'knowledge.search': () => [hit('vat', 0.4), hit('stamp', 0.3), hit('stamp', 0.3)],
      'editing.draftFromGap': () => ({ revision: { articleId: 'stamp-new' } }),
    })
    await press('生成草稿')
    const select = section.get('select')
    expect((select.element as HTMLSelectElement).value).toBe('stamp')
    expect(select.findAll('option').map((option) => option.text())).toEqual(['专题stamp', '专题vat', '专题deed'])
    await section.get('form').trigger('submit')
    await flushPromises()
    expect(asked('editing.draftFromGap')).toMatchObject([{ body: { topicId: 'stamp' } }])
    expect(section.emitted('openArticle')).toEqual([['stamp-new']])
  })

  test('every topic can be chosen before the nearest is known, and stays chosen', async () => {
    const found = Promise.withResolvers<unknown[]>()
    const { press, section, host } = await sectionWith([aGap(1)])
    const genuine = host.request
    host.request = ((name: string, params: never) =>
      name === 'knowledge.search'
        ? found.promise.then((value) => ({ ok: true, value }))
        : genuine(name as never, params)) as typeof host.request
    await press('生成草稿')
    const select = section.get('select')
    expect(section.get('form [type=submit]').attributes()).toHaveProperty('disabled')
    await select.setValue('deed')
    found.resolve([{ article: { topicId: 'vat' }, probability: 0.9 }])
    await flushPromises()
    expect((select.element as HTMLSelectElement).value).toBe('deed')
  })

  test('a drafted group opens its article', async () => {
    const { press, section } = await sectionWith([aGap(1, { state: 'drafted', articleId: 'vat-new' as never })])
    await press('已起草')
    await press('打开条目')
    expect(section.emitted('openArticle')).toEqual([['vat-new']])
  })

  test('with no line says so and offers to try again', async () => {
    const { section, host } = await sectionWith([], { 'editing.listGaps': undefined as never })
    expect(section.get('[role=alert]').text()).toContain('当前未连接到服务')
    await section.get('[role=alert] button').trigger('click')
    expect(host.asked.filter(({ name }) => name === 'editing.listGaps')).toHaveLength(2)
  })
})

test('the nearest topic is the one that most of the hits’ probability is in', () => {
  const of = (topicId: string, probability: number) => ({ topicId: topicId as TopicId, probability })
  expect(nearestTopics([of('a', 0.5), of('b', 0.3), of('b', 0.3), of('c', 0.1), of('d', 0.05)])).toEqual(['b', 'a', 'c'])
  expect(nearestTopics([])).toEqual([])
})
