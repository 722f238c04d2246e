// @vitest-environment happy-dom
import type { Push } from '@zhengna/contract/domain/push-record.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, type RecordHost } from '../records/record-host.fixture.ts'
import { tagsLocale } from '../taxpayer-tags/index.ts'
import { aPush } from './push.fixture.ts'
import { pushesLocale } from './pushes.locale.ts'
import PushPage from './PushPage.vue'

let host: RecordHost
async function pageWith(pushes: readonly Push[], { offices = 1, count = 12 } = {}) {
  let held = [...pushes]
  const change = (id: string, over: Partial<Push>) => {
    const known = held.find((one) => one.id === id)
    const push = { ...(known ?? aPush(9, { id: id as Push['id'] })), ...over, lock: (known?.lock ?? 0) + 1 }
    held = [push, ...held.filter((one) => one.id !== id)]
    return ok({ push })
  }
  type Call = { params: { pushId: string }; body: never }
  host = recordHost({
    'pushes.list': () => ok({ items: held, total: held.length }),
    'pushes.choices': () =>
      ok({
        offices: Array.from({ length: offices }, (_, i) => ({ id: `office-${i}`, name: `第${i}税务局` })),
        tags: [{ name: '新办户', count: 3 }],
      }),
    'pushes.preview': () =>
      ok({ count, sample: [{ name: '演示****公司', taxpayerNumber: '910***********0018', officeName: '第0税务局' }] }),
    'pushes.get': ({ params }: Call) => ok({ push: held.find(({ id }) => id === params.pushId)! }),
    'pushes.save': ({ params, body }: Call) => change(params.pushId, { ...(body as { content: Push }).content, state: 'draft' }),
    'pushes.send': ({ params, body }: Call) =>
      change(
        params.pushId,
        (body as { at: number | null }).at === null
          ? { state: 'sending', sentAt: 5, addressed: count }
          : { state: 'scheduled', sendAt: (body as { at: number }).at },
      ),
    'pushes.revise': ({ params }: Call) => change(params.pushId, { state: 'draft', sendAt: null }),
    'pushes.cancel': ({ params }: Call) => change(params.pushId, { state: 'cancelled' }),
    'pushes.withdraw': ({ params }: Call) => change(params.pushId, { state: 'withdrawn' }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: PushPage }] })
  await router.push('/')
  const page = mount(PushPage, {
    global: { plugins: [pinia, router, createTexts(uiLocale, recordsLocale, pushesLocale, tagsLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (text: string) => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('button')].findLast((one) => one.textContent.trim() === text)
    if (!button) throw new Error(`there is no ${text}`)
    button.click()
    await flushPromises()
  }
  const open = async (push: Push) => {
    await page.get(`[data-push="${push.id}"]`).trigger('click')
    await flushPromises()
  }
  const field = (name: string) => page.get(`[data-field=${name}]`)
  return { page, press, open, field }
}
const asked = (name: string) => host.asked.filter((one) => one.name === name).length

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})
afterEach(() => void (document.body.innerHTML = ''))

describe('精准推送', () => {
  test('a new one is written, counted, saved and sent', async () => {
    const { page, press, field } = await pageWith([])
    expect(page.text()).toContain('还没有推送')
    await press('新建推送')
    await field('title').get('input').setValue('请确认申报信息')
    await field('text').get('textarea').setValue('请于**月底前**确认。')
    expect(page.get('.reach strong').text()).toBe('12 位')
    expect(page.text()).toContain('未保存')
    await press('发送…')
    expect(host.last('pushes.save')).toMatchObject({ body: { lock: 0, content: { title: '请确认申报信息', kind: 'todo', link: null } } })
    await press('确认发送')
    expect(host.last('pushes.send')).toMatchObject({ body: { lock: 1, at: null } })
    expect(page.get('article').text()).toContain('发送中')
    expect(page.get('[data-count=addressed] dd').text()).toBe('12')
  })

  test('what is missing is said at its field, and nothing is asked of the server', async () => {
    const { press, field } = await pageWith([])
    await press('新建推送')
    await press('保存草稿')
    expect(field('title').get('[role=alert]').text()).toBe('请填写标题。')
    expect(field('text').get('[role=alert]').text()).toBe('请填写内容。')
    expect(asked('pushes.save')).toBe(0)
  })

  test('the audience is chosen from what is offered; an office only where there is more than one', async () => {
    const { page, open, press } = await pageWith([aPush(1)])
    await open(aPush(1))
    expect(page.findAll('[data-condition]').map((one) => one.attributes('data-condition'))).toEqual(['纳税人类型', '行业', '标签'])
    await page.get('[data-condition=标签] input').setValue(true)
    await page.get('[data-condition=纳税人类型] input').setValue(true)
    expect(page.get('[data-condition=纳税人类型] .chosen').text()).toBe('企业')
    await press('保存草稿')
    expect(host.last('pushes.save')).toMatchObject({ body: { content: { audience: { tags: ['新办户'], audiences: ['enterprise'] } } } })
  })

  test('what is typed stays while another is looked at', async () => {
    const [one, two] = [aPush(1), aPush(2)]
    const { open, field } = await pageWith([one, two])
    await open(one)
    await field('title').get('input').setValue('改过的标题')
    await open(two)
    expect((field('title').get('input').element as HTMLInputElement).value).toBe('推送2')
    await open(one)
    expect((field('title').get('input').element as HTMLInputElement).value).toBe('改过的标题')
  })

  test('timed, it is sent at a time of Beijing', async () => {
    const { page, open, press } = await pageWith([aPush(1)])
    await open(aPush(1))
    await press('发送…')
    await page.get('dialog input[type=radio]:not(:checked)').setValue(true)
    await page.get('dialog input[type=date]').setValue('2026-12-01')
    await page.get('dialog select').setValue('09:30')
    await press('确认发送')
    expect(host.last('pushes.send')).toMatchObject({ body: { at: Date.parse('2026-12-01T01:30:00Z') } })
    expect(page.get('article').text()).toContain('待发送')
  })

  test('is withdrawn with a reason alone', async () => {
    const sent = aPush(1, { state: 'sent', sentAt: 5, addressed: 4, told: 4, read: 1 })
    const { page, open, press } = await pageWith([sent])
    await open(sent)
    expect(page.get('[data-count=read] dd').text()).toContain('25%')
    await press('撤回…')
    await press('确认撤回')
    expect(page.get('dialog [role=alert]').text()).toBe('请填写撤回原因。')
    await page.get('dialog textarea').setValue('日期写错了')
    await press('确认撤回')
    expect(host.last('pushes.withdraw')).toMatchObject({ body: { reason: '日期写错了' } })
    expect(page.get('article').text()).toContain('已撤回')
  })

  test.each([
    ['scheduled', ['改回草稿', '取消推送', '复制为新推送']],
    ['sending', ['复制为新推送', '撤回…']],
    ['sent', ['复制为新推送', '撤回…']],
    ['withdrawn', ['复制为新推送']],
    ['cancelled', ['复制为新推送']],
  ] as const)('%s offers %j', async (state, buttons) => {
    const push = aPush(1, { state })
    const { page, open } = await pageWith([push])
    await open(push)
    expect(page.findAll('article .buttons button').map((button) => button.text())).toEqual(buttons)
  })

  test('what the server says of a field stands at the field; what it says of the whole, over the buttons', async () => {
    const { page, open, press, field } = await pageWith([aPush(1)])
    await open(aPush(1))
    await field('text').get('textarea').setValue('有敏感词')
    host.answer('pushes.save', () => fail(failure('PUSH_INVALID', { field: 'text', reason: '内容最多 2000 个字。' })))
    await press('保存草稿')
    expect(field('text').get('[role=alert]').text()).toBe('内容最多 2000 个字。')
    host.answer('pushes.save', () => fail(failure('PUSH_CHANGED_MEANWHILE')))
    await press('保存草稿')
    expect(page.get('.foot [role=alert]').text()).toContain('刚刚被其他人修改')
    expect((field('text').get('textarea').element as HTMLTextAreaElement).value).toBe('有敏感词')
  })
})
