// @vitest-environment happy-dom
import type { ConfirmationSheet } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import { sheetFormKey } from '@zhengna/contract/host/confirmation-sheets.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { attachmentsLocale } from '../attachments/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, refused, seen, type RecordHost } from '../records/record-host.fixture.ts'
import { confirmationSheetsLocale } from './confirmation-sheets.locale.ts'
import { aSheet, returned, sheetId, submitted } from './sheet.fixture.ts'
import SheetDetail from './SheetDetail.vue'

let host: RecordHost
const aFile = (id: string, state: LocalAttachment['state'] = 'uploaded'): LocalAttachment => ({
  id: id as AttachmentId,
  name: `${id}.png`,
  sizeBytes: 10,
  state,
  sentBytes: 10,
  failure: null,
})

/** `files`: what the host keeps for each place. */
async function open(over: Partial<ConfirmationSheet>, files: Record<number, LocalAttachment[]> = {}, isFromCache = false) {
  host = recordHost({
    'sheets.get': () => seen({ sheet: aSheet(over) }, isFromCache),
    'sheets.submit': () => ok({ sheet: aSheet(submitted()) }),
    'attachments.list': ({ formKey }: { formKey: string }) =>
      ok({ formKey, files: Object.entries(files).find(([place]) => formKey === sheetFormKey(sheetId, Number(place)))?.[1] ?? [] }),
  })
  installHost(host)
  const detail = mount(SheetDetail, {
    props: { id: sheetId },
    global: { plugins: [createPinia(), createTexts(uiLocale, attachmentsLocale, recordsLocale, confirmationSheetsLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const handIn = async () => {
    await detail.get('form').trigger('submit')
    await flushPromises()
  }
  const places = (where: string) =>
    detail.findAll(`[data-place]`).flatMap((one) => (one.find(where).exists() ? one.attributes('data-place') : []))
  return { detail, handIn, places, state: () => detail.get('header .tag').text() }
}

test('each material that is asked for takes files of its own', async () => {
  const { places, state, detail } = await open({})
  expect(state()).toBe('待上传材料')
  expect(places('input[type=file]')).toEqual(['1', '2', '3'])
  expect(detail.text()).toContain('2026-12-08 前（含当日）')
})

test('only what was returned is asked for again, with the reason; of the rest what was given is shown', async () => {
  const { detail, places } = await open(returned())
  expect(places('input[type=file]')).toEqual(['2'])
  expect(detail.get('[data-place="2"]').text()).toContain('退回原因：公章看不清')
  expect(detail.get('[data-place="1"]').text()).toContain('执照.png')
  expect(detail.text()).toContain('其余材料无需再传')
})

test('a required material without a file is told at it, and nothing is sent', async () => {
  const { detail, handIn } = await open({}, { 1: [aFile('front')] })
  await handIn()
  expect(detail.get('[data-place="2"] [role=alert]').text()).toBe('请上传“股东会决议”。')
  expect(host.last('sheets.submit')).toBeUndefined()
})

test('each is handed in with its files, and the state follows', async () => {
  const { handIn, state, places } = await open({}, { 1: [aFile('front'), aFile('back')], 2: [aFile('minutes')] })
  await handIn()
  expect(host.last('sheets.submit')).toEqual({
    params: { sheetId },
    body: {
      materials: [
        { place: 1, attachmentIds: ['front', 'back'] },
        { place: 2, attachmentIds: ['minutes'] },
      ],
    },
  })
  expect(state()).toBe('待审核')
  expect(places('input[type=file]')).toEqual([])
})

test('files that were chosen and not uploaded are asked about', async () => {
  const { detail, handIn } = await open({}, { 1: [aFile('front')], 2: [aFile('minutes'), aFile('late', 'chosen')] })
  await handIn()
  expect(detail.get('dialog').text()).toContain('1 个附件')
  expect(host.last('sheets.submit')).toBeUndefined()
})

test('what the server says of a material stands at it', async () => {
  const { detail, handIn } = await open(returned(), { 2: [aFile('minutes')] })
  host.answer('sheets.submit', () => refused('SHEET_INVALID', { field: 'material.2', reason: '请上传清晰的文件。' }))
  await handIn()
  expect(detail.get('[data-place="2"] [role=alert]').text()).toBe('请上传清晰的文件。')
})

test('withdrawn at another window while files were chosen: the page says so', async () => {
  const { detail, handIn, state } = await open({}, { 1: [aFile('front')], 2: [aFile('minutes')] })
  host.answer('sheets.submit', () => refused('SHEET_STATE_WRONG', { state: '已撤回' }))
  host.answer('sheets.get', () => seen({ sheet: aSheet({ state: 'withdrawn' }) }))
  await handIn()
  expect(state()).toBe('已撤回')
  expect(detail.find('input[type=file]').exists()).toBe(false)
})

test('what is done with it elsewhere shows at once', async () => {
  const { state } = await open(submitted())
  host.answer('sheets.get', () => seen({ sheet: aSheet(returned()) }))
  host.emit('records.changed', { page: 'confirmation-sheet', id: sheetId })
  await flushPromises()
  expect(state()).toBe('待补正')
})

test('with no line nothing is lost: the same may be sent again', async () => {
  const { detail, handIn } = await open({}, { 1: [aFile('front')], 2: [aFile('minutes')] }, true)
  host.answer('sheets.submit', () => refused('HOST_OFFLINE'))
  await handIn()
  expect(detail.get('form button[type=submit]').text()).toBe('重试')
  expect(detail.text()).toContain('不会重复提交')
  expect(detail.text()).toContain('离线，显示截至')
})
