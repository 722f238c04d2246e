// @vitest-environment happy-dom
import type { SheetOrigin, SheetTemplate } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { dayAfter } from '@zhengna/contract/domain/sheet-due.ts'
import type { SheetFields } from '@zhengna/contract/host/confirmation-sheets.ts'
import type { ConversationId, SheetTemplateId } from '@zhengna/contract/ids.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, test } from 'vitest'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { recordsLocale } from '../../records/index.ts'
import { recordHost, refused, type RecordHost } from '../../records/record-host.fixture.ts'
import { confirmationSheetsLocale } from '../confirmation-sheets.locale.ts'
import { atDesk, sheetId } from '../sheet.fixture.ts'
import SheetComposer from './SheetComposer.vue'
import { sheetDeskLocale } from './sheet-desk.locale.ts'

const origin: SheetOrigin = { kind: 'conversation', id: '01900000-0000-7000-8000-00000000000a' as ConversationId }
const template: SheetTemplate = {
  id: 'tax-refund' as SheetTemplateId,
  matter: '误收多缴退抵税',
  materials: [
    { name: '完税凭证', note: '多缴的那一笔', isRequired: true },
    { name: '其他材料', note: '', isRequired: false },
  ],
  isOwn: false,
}

let host: RecordHost
afterEach(() => void (document.body.innerHTML = ''))

async function open(kept: SheetFields | null = null) {
  host = recordHost({
    'sheets.draft': () => ok({ id: sheetId, fields: kept }),
    'sheets.saveDraft': () => ok(null),
    'sheets.templates': () => ok({ templates: [template] }),
    'sheets.saveTemplate': ({ params, body }: { params: { templateId: string }; body: object }) =>
      ok({ templates: [{ ...body, id: params.templateId, isOwn: true }] }),
    'sheets.removeTemplate': () => ok({ templates: [template] }),
    'sheets.send': () => ok({ sheet: atDesk() }),
  })
  installHost(host)
  const dialog = mount(SheetComposer, {
    props: { origin, taxpayerName: '演示商贸有限公司' },
    global: { plugins: [createPinia(), createTexts(uiLocale, recordsLocale, confirmationSheetsLocale, sheetDeskLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (label: string) => {
    await dialog
      .findAll('button')
      .find((one) => (one.attributes('aria-label') ?? one.text()) === label)!
      .trigger('click')
    await flushPromises()
  }
  const send = async () => {
    await dialog.get('form').trigger('submit')
    await flushPromises()
  }
  const field = (name: string) => dialog.get(`[data-field="${name}"] input`)
  return { dialog, press, send, field, fault: (name: string) => dialog.get(`[data-field="${name}"] [role=alert]`).text() }
}

test('a template fills in the matter and its materials, which can still be changed', async () => {
  const { dialog, press, send, field } = await open()
  await dialog.get('select').setValue(template.id)
  await press('套用')
  await field('materials.0.name').setValue('完税证明')
  await press('移除材料 2')
  await press('添加材料')
  expect(document.activeElement).toBe(field('materials.1.name').element)
  await field('materials.1.name').setValue('情况说明')
  await dialog.findAll('input[type=checkbox]')[1]!.setValue(false)
  await send()
  expect(host.last('sheets.send')).toEqual({
    body: {
      id: sheetId,
      origin,
      matter: '误收多缴退抵税',
      dueDay: dayAfter(Date.now(), 7),
      materials: [
        { name: '完税证明', note: '多缴的那一笔', isRequired: true },
        { name: '情况说明', note: '', isRequired: false },
      ],
    },
  })
  expect(dialog.emitted('sent')).toHaveLength(1)
})

test('what is missing is told at its field, one after the other, and nothing is sent', async () => {
  const { send, field, fault } = await open()
  await send()
  expect(fault('matter')).toBe('请填写业务事项。')
  await field('matter').setValue('清税注销')
  await send()
  expect(fault('materials.0.name')).toBe('请填写材料名称。')
  await field('materials.0.name').setValue('清算报告')
  await field('dueDay').setValue('')
  await send()
  expect(fault('dueDay')).toBe('请选择办理时限。')
  expect(host.last('sheets.send')).toBeUndefined()
})

test('what was written before is there again', async () => {
  const { field } = await open({ matter: '清税注销', dueDay: '2026-12-31', materials: [{ name: '清算报告', note: '', isRequired: true }] })
  expect((field('matter').element as HTMLInputElement).value).toBe('清税注销')
  expect((field('materials.0.name').element as HTMLInputElement).value).toBe('清算报告')
})

test('a refusal leaves the dialog with what was written; a word that is asked about is sent by pressing again', async () => {
  const { dialog, send, field } = await open({
    matter: '注销',
    dueDay: dayAfter(Date.now(), 1),
    materials: [{ name: '报告', note: '', isRequired: true }],
  })
  host.answer('sheets.send', () => refused('HOST_OFFLINE'))
  await send()
  expect(dialog.text()).toContain('当前未连接到服务')
  expect((field('matter').element as HTMLInputElement).value).toBe('注销')
  host.answer('sheets.send', () => refused('MESSAGE_WARNED', { field: 'matter' }))
  await send()
  expect(host.last('sheets.send')).not.toHaveProperty('body.confirmed')
  await send()
  expect(host.last('sheets.send')).toMatchObject({ body: { confirmed: true } })
  expect(dialog.emitted('sent')).toBeUndefined()
})

test('what is written can be kept as the office’s template, and removed', async () => {
  const { dialog, press, field } = await open()
  await press('存为模板')
  expect(host.last('sheets.saveTemplate')).toBeUndefined()
  await field('matter').setValue(template.matter)
  await field('materials.0.name').setValue('完税凭证')
  await press('存为模板')
  // Of the same matter: it takes the place of the one there is.
  expect(host.last('sheets.saveTemplate')).toMatchObject({ params: { templateId: template.id } })
  expect(dialog.text()).toContain('误收多缴退抵税（本机构）')
  await press('删除模板')
  expect(host.last('sheets.removeTemplate')).toEqual({ params: { templateId: template.id } })
})
