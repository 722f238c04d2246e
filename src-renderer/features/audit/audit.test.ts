// @vitest-environment happy-dom
import type { AuditEntry, AuditVerdict } from '@zhengna/contract/domain/audit.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { auditLocale } from './audit.locale.ts'
import AuditSection from './AuditSection.vue'

const anEntry = (seq: number, over: Partial<AuditEntry> = {}): AuditEntry => ({
  seq,
  at: Date.parse('2026-11-27T02:05:00Z'),
  kind: 'setting',
  name: '管理员',
  account: 'admin001',
  officeName: '税务局',
  subject: '排队超时',
  before: '5 分钟',
  after: '9 分钟',
  ...over,
})
const whole: AuditVerdict = { checked: 2, lastSeq: 2, brokenAt: null }

async function sectionWith(entries: readonly AuditEntry[], { verdict = whole, isOpen = true } = {}) {
  const host = fakeHost({
    ...(isOpen && { 'audit.list': () => ({ items: entries, total: entries.length }), 'audit.verify': () => verdict }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const section = mount(AuditSection, { global: { plugins: [pinia, createTexts(uiLocale, auditLocale)] }, attachTo: document.body })
  await flushPromises()
  const press = async (text: string) => {
    await section
      .findAll('button')
      .find((found) => found.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  const lastQuery = () => host.asked.findLast(({ name }) => name === 'audit.list')?.params
  return { section, press, lastQuery, rows: () => section.findAll('tbody tr').map((row) => row.text()) }
}

describe('审计日志', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('says who changed what, how it was and is, and when', async () => {
    const { rows } = await sectionWith([anEntry(2), anEntry(1, { kind: 'sign-in', subject: '10.0.0.8', before: '', after: '' })])
    expect(rows()[0]).toMatch(/2026-11-27 10:05.*管理员.*admin001 · 税务局.*参数设置.*排队超时.*原：5 分钟.*新：9 分钟/s)
    expect(rows()[1]).toMatch(/登录.*10\.0\.0\.8/s)
    expect(rows()[1]).not.toContain('新：')
  })

  test('whom nobody knows is so called, and the system is the system', async () => {
    const { rows } = await sectionWith([
      anEntry(2, { kind: 'sign-in-failed', name: '', account: 'ab****yz', subject: '10.0.0.8', before: '', after: '账号不存在' }),
      anEntry(1, { kind: 'cut', name: '', account: '', before: '', after: '至第 9 号' }),
    ])
    expect(rows()[0]).toContain('未知账号 ab****yz')
    expect(rows()[1]).toContain('系统')
  })

  test('is looked through by kind and day; nothing found offers to clear the conditions', async () => {
    const { section, press, lastQuery } = await sectionWith([])
    expect(section.text()).toContain('还没有日志')
    await section.get('select').setValue('push')
    await section.get('[aria-label=开始日期]').setValue('2026-11-01')
    await flushPromises()
    expect(lastQuery()).toEqual({ query: { kind: 'push', from: '2026-11-01', page: 1, pageSize: 20 } })
    expect(section.text()).toContain('没有符合条件的记录')
    await press('清除条件')
    expect(lastQuery()).toEqual({ query: { page: 1, pageSize: 20 } })
  })

  test('verified, says how much was read, or where it is broken', async () => {
    const sound = await sectionWith([anEntry(2)])
    await sound.press('校验日志')
    expect(sound.section.get('[role=status]').text()).toContain('已校验 2 条，日志完整。最新一条是第 2 号')
    const broken = await sectionWith([anEntry(2)], { verdict: { ...whole, brokenAt: 7 } })
    await broken.press('校验日志')
    expect(broken.section.get('[role=alert]').text()).toContain('第 7 号有问题')
  })

  test('without a line says so, and tries again', async () => {
    const { section } = await sectionWith([], { isOpen: false })
    expect(section.find('[role=alert]').exists()).toBe(true)
    expect(section.text()).not.toContain('还没有日志')
  })
})
