// @vitest-environment happy-dom
import { settingDefinitions, settingGroupLabels, settingRange } from '@zhengna/contract/domain/setting.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { installAdministration } from './administration.fixture.ts'
import SettingsSection from './SettingsSection.vue'

const rounds = 'answering.rounds-without-hit'
let stand: ReturnType<typeof installAdministration>

async function open() {
  const page = mount(SettingsSection, { global: { plugins: stand.plugins }, attachTo: document.body })
  await flushPromises()
  const row = (label = '未命中轮数') => page.findAll('form').find((form) => form.get('label').text() === label)!
  const button = (name: string) =>
    row()
      .findAll('button')
      .find((found) => found.text() === name)
  return {
    page,
    row,
    button,
    field: (label?: string) => row(label).get('input'),
    isDisabled: (name: string): boolean => button(name)!.attributes('disabled') !== undefined,
    save: async (label?: string): Promise<void> => {
      await row(label).trigger('submit')
      await flushPromises()
    },
  }
}

beforeEach(() => {
  document.body.innerHTML = ''
  stand = installAdministration()
})

describe('the list', () => {
  test('has every setting under its group, with meaning, range and default', async () => {
    const { page, row } = await open()
    expect(page.findAll('h3').map((title) => title.text())).toEqual(Object.values(settingGroupLabels))
    expect(page.findAll('label').map((label) => label.text())).toEqual(Object.values(settingDefinitions).map(({ label }) => label))
    expect(row().text()).toContain(settingDefinitions[rounds].meaning)
    expect(row().text()).toContain(`范围：${settingRange(rounds)}`)
    expect(row().text()).toContain('默认：3 轮')
  })

  test('says who changed a setting and when, or that nobody did', async () => {
    stand.server.set(rounds, { value: 5, changedBy: '演示系统管理员', changedAt: new Date(2025, 10, 3, 9, 5).getTime() })
    const { row } = await open()
    expect(row().text()).toMatch(/演示系统管理员，.*11月3日 09:05 修改/)
    expect(row('智能联想条数').text()).toContain('未修改过')
  })

  test('that cannot be read says why, and can be read again', async () => {
    stand.server.isOnline = false
    const { page } = await open()
    expect(page.get('[role=alert]').text()).toContain('未连接到服务')
    stand.server.isOnline = true
    await page.get('[role=alert] button').trigger('click')
    await flushPromises()
    expect(page.findAll('form').length).toBeGreaterThan(5)
  })

  test('shows what another administrator changed when it is opened anew, and by 刷新', async () => {
    const { page, field } = await open()
    stand.server.set(rounds, { value: 7, changedBy: '另一位', changedAt: Date.now() })
    await page.get('[aria-label=刷新]').trigger('click')
    await flushPromises()
    expect(field().element.value).toBe('7')
    page.unmount()
    stand.server.set(rounds, { value: 8 })
    const again = await open()
    expect(again.field().element.value).toBe('8')
  })
})

describe('a row', () => {
  test('can be saved once its value is another, and the keyboard stays in it', async () => {
    const { row, field, isDisabled, save } = await open()
    expect(isDisabled('保存')).toBe(true)
    await field().setValue('5')
    expect(isDisabled('保存')).toBe(false)
    expect(row().text()).toContain('尚未保存，当前为 3 轮')
    await save()
    expect(stand.changes()).toEqual([{ params: { name: rounds }, body: { value: 5 } }])
    expect(isDisabled('保存')).toBe(true)
    expect(row().text()).toMatch(/演示系统管理员，今天/)
    expect(document.activeElement).toBe(field().element)
  })

  test('shows its value again when Esc is pressed while typing', async () => {
    const { field } = await open()
    field().element.value = '50'
    // No change yet: the cursor is still in the field.
    await field().trigger('input')
    await field().trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(field().element.value).toBe('3')
    expect(document.activeElement).toBe(field().element)
  })

  test('is saved by Ctrl+S and put back by Esc', async () => {
    const { field } = await open()
    await field().setValue('5')
    await field().trigger('keydown', { key: 'Escape' })
    expect(field().element.value).toBe('3')
    await field().setValue('6')
    await field().trigger('keydown', { key: 's', ctrlKey: true })
    await flushPromises()
    expect(stand.changes()).toEqual([{ params: { name: rounds }, body: { value: 6 } }])
  })

  test.each(['0', '11', '2.5', ''])('with %j says the range, keeps what was typed and saves nothing', async (typed) => {
    const { row, field, isDisabled, save } = await open()
    await field().setValue(typed)
    await field().trigger('change')
    await field().trigger('blur')
    expect(row().get('[role=alert]').text()).toBe('请填写整数，范围 1–10 轮。')
    expect(field().element.value).toBe(typed)
    expect(isDisabled('保存')).toBe(true)
    await save()
    expect(stand.changes()).toEqual([])
  })

  test('with no line says so under the field, and keeps what was typed', async () => {
    const { row, field, isDisabled, save } = await open()
    await field().setValue('5')
    stand.server.isOnline = false
    await save()
    expect(row().get('[role=alert]').text()).toContain('未连接到服务')
    expect(field().element.value).toBe('5')
    expect(isDisabled('保存')).toBe(false)
  })

  test('left with something typed has it when one comes back', async () => {
    const { page, field } = await open()
    await field().setValue('5')
    page.unmount()
    const again = await open()
    expect(again.field().element.value).toBe('5')
    expect(again.isDisabled('保存')).toBe(false)
  })

  test('of text takes a path, and tells a path that is too long', async () => {
    const { row, field, save } = await open()
    const label = '语义向量模型目录'
    await field(label).setValue('/srv/model')
    await save(label)
    expect(stand.changes().at(-1)?.body).toEqual({ value: '/srv/model' })
    await field(label).setValue('目'.repeat(401))
    expect(row(label).get('[role=alert]').text()).toContain('最多 400 个字')
  })
})

describe('恢复默认', () => {
  test('is there only where the value is another', async () => {
    const { button } = await open()
    expect(button('恢复默认')).toBeUndefined()
  })

  test('asks first, and then brings the default back', async () => {
    stand.server.set(rounds, { value: 5 })
    const { button, field } = await open()
    const answer = async (name: string): Promise<void> => {
      await button('恢复默认')!.trigger('click')
      await flushPromises()
      const box = [...document.querySelectorAll('.el-message-box')].at(-1)!
      expect(box.textContent).toContain('由 5 轮 恢复为默认值 3 轮')
      ;[...box.querySelectorAll('button')].find((found) => found.textContent.trim() === name)!.click()
      await flushPromises()
    }
    await answer('取消')
    expect(stand.changes()).toEqual([])
    await answer('确定')
    expect(stand.changes()).toEqual([{ params: { name: rounds }, body: { value: null } }])
    expect(field().element.value).toBe('3')
    expect(button('恢复默认')).toBeUndefined()
  })
})
