// @vitest-environment happy-dom
import type { GuidePlace } from '@zhengna/contract/domain/guide-progress.ts'
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createTexts } from '../../ui/index.ts'
import { chatLocale } from './chat.locale.ts'
import GuideWalk from './GuideWalk.vue'

const guide = {
  type: 'guide' as const,
  title: '注销办理流程',
  steps: [
    { title: '清税', detail: '结清税款', where: '我要办税 - 清税注销' },
    { title: '缴销发票', detail: '交回发票' },
    { title: '取证明', detail: '下载证明' },
  ],
}
const mounted = (place: GuidePlace | null) =>
  mount(GuideWalk, { props: { guide, place }, global: { plugins: [createTexts(chatLocale)] }, attachTo: document.body })
let walk: ReturnType<typeof mounted>
const open = (place: GuidePlace | null): void => {
  walk = mounted(place)
}
afterEach(() => walk.unmount())
const press = (name: string) =>
  walk
    .findAll('button')
    .find((button) => button.text() === name)!
    .trigger('click')
const names = (): string[] => walk.findAll('button').map((button) => button.text() || button.attributes('aria-label')!)
const emitted = (name: string): unknown => walk.emitted(name)?.at(-1)?.[0]

it('before it is begun every step is there to read, and it can be begun', async () => {
  open(null)
  for (const { detail } of guide.steps) expect(walk.text()).toContain(detail)
  expect(walk.find('[aria-current]').exists()).toBe(false)
  expect(names()).toEqual(['复制办理位置', '开始办理'])
  await press('开始办理')
  expect(emitted('walk')).toEqual({ step: 0, isDone: false })
})

it('begun, the current step is open with its place, the others are folded, and the focus is on it', async () => {
  open(null)
  await press('开始办理')
  await walk.setProps({ place: { step: 0, isDone: false } })
  await nextTick()
  expect(walk.findAll('li').map((item) => item.attributes('aria-current') ?? '')).toEqual(['step', '', ''])
  expect(walk.text()).toContain('第 1 步，共 3 步')
  expect(walk.text()).toContain('办理位置：我要办税 - 清税注销')
  expect(walk.text()).not.toContain('交回发票')
  expect(document.activeElement?.textContent).toContain('清税')
  expect(names()).toEqual(['复制办理位置', '下一步', '这一步遇到问题', '查看全部步骤'])
})

it('a step forward and back, and at the last one 已完成', async () => {
  open({ step: 1, isDone: false })
  await press('上一步')
  expect(emitted('walk')).toEqual({ step: 0, isDone: false })
  await press('下一步')
  expect(emitted('walk')).toEqual({ step: 2, isDone: false })
  await walk.setProps({ place: { step: 2, isDone: false } })
  expect(names()).not.toContain('下一步')
  await press('已完成')
  expect(emitted('walk')).toEqual({ step: 2, isDone: true })
})

it('all steps can be read while it is walked', async () => {
  open({ step: 1, isDone: false })
  await press('查看全部步骤')
  for (const { detail } of guide.steps) expect(walk.text()).toContain(detail)
  await press('只看当前步骤')
  expect(walk.text()).not.toContain('结清税款')
})

it('a problem names the guide and the step', async () => {
  open({ step: 1, isDone: false })
  await press('这一步遇到问题')
  expect(emitted('stuck')).toBe('注销办理流程：第 2 步「缴销发票」遇到问题：')
})

it('done, it says so and can be begun again', async () => {
  open({ step: 2, isDone: true })
  expect(walk.text()).toContain('已完成全部 3 步')
  expect(walk.find('[aria-current]').exists()).toBe(false)
  await press('重新办理')
  expect(emitted('walk')).toEqual({ step: 0, isDone: false })
})

it('a move made in another window takes no focus', async () => {
  open({ step: 0, isDone: false })
  await walk.setProps({ place: { step: 1, isDone: false } })
  await nextTick()
  expect(document.activeElement).toBe(document.body)
})
