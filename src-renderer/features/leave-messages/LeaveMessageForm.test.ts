// @vitest-environment happy-dom
import type { LeaveMessageForm as Offered } from '@zhengna/contract/domain/leave-message-record.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { attachmentsLocale } from '../attachments/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, refused, seen, type RecordHost } from '../records/record-host.fixture.ts'
import { aLeaveMessage, idOf } from '../records/record.fixture.ts'
import { leaveMessagesLocale } from './leave-messages.locale.ts'
import LeaveMessageForm from './LeaveMessageForm.vue'

const offered = {
  offices: [
    { id: 'office-1', name: '第一税务分局' },
    { id: 'office-2', name: '第二税务分局' },
  ],
  ownOfficeId: 'office-2',
  contentMinLength: 10,
  phone: '13800000001',
} as unknown as Offered

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

let host: RecordHost
async function open({ fields = null as object | null, prefill = '' } = {}) {
  let drafts = 0
  host = recordHost({
    'records.leaveMessageForm': () => seen(offered),
    'records.leaveMessageDraft': () => ok({ id: idOf(800 + drafts), fields: drafts++ === 0 ? fields : null }),
    'records.saveLeaveMessageDraft': () => ok(null),
    'records.submitLeaveMessage': () => ok({ leaveMessage: aLeaveMessage(1) }),
  })
  installHost(host)
  const form = mount(LeaveMessageForm, {
    props: { prefill },
    global: { plugins: [createPinia(), createTexts(uiLocale, attachmentsLocale, recordsLocale, leaveMessagesLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const row = (name: string) => form.get(`[data-field=${name}]`)
  return {
    form,
    row,
    has: (name: string) => form.find(`[data-field=${name}]`).exists(),
    fault: (name: string) => (form.element as HTMLElement).querySelector(`[data-field=${name}] [role=alert]`)?.textContent ?? '',
    choose: (name: string, value: string) => row(name).get('select').setValue(value),
    radio: (name: string, value: string) => row(name).get(`input[value=${value}]`).setValue(true),
    type: (name: string, text: string) => row(name).get('textarea, input').setValue(text),
    async submit() {
      await form.get('form').trigger('submit')
      await flushPromises()
    },
    sent: () => host.last('records.submitLeaveMessage') as { body: Record<string, unknown> } | undefined,
  }
}
type Form = Awaited<ReturnType<typeof open>>
async function fill(form: Form): Promise<void> {
  await form.choose('type', 'system')
  await form.type('content', '申报时系统提示数据不符')
  await form.radio('isReminderWanted', 'no')
}

test('what is missing is said at each field, and the focus goes to the first', async () => {
  const form = await open()
  await form.submit()
  expect(form.fault('type')).toBe('请选择留言类型。')
  expect(form.fault('content')).toBe('请填写留言内容。')
  expect(form.fault('isReminderWanted')).toBe('请选择是否需要提醒服务。')
  expect(document.activeElement).toBe(form.row('type').get('select').element)
  expect(form.sent()).toBeUndefined()
})

test('one’s own office is chosen at first', async () => {
  const form = await open()
  expect((form.row('officeId').get('select').element as HTMLSelectElement).value).toBe('office-2')
})

test('content one character short is refused, blanks around it do not count, and what is mended loses its fault', async () => {
  const form = await open()
  await fill(form)
  await form.type('content', ' 一二三四五六七八九 ')
  await form.submit()
  expect(form.fault('content')).toBe('留言内容不得少于 10 个字，现有 9 个字。')
  await form.type('content', '一二三四五六七八九十')
  expect(form.fault('content')).toBe('')
  await form.submit()
  expect(form.sent()?.body.content).toBe('一二三四五六七八九十')
})

test('提醒服务 是 asks for 结果接收方式, 短信 for 手机号码, filled in and to be changed', async () => {
  const form = await open()
  await fill(form)
  expect([form.has('resultWay'), form.has('phone')]).toEqual([false, false])
  await form.radio('isReminderWanted', 'yes')
  await form.submit()
  expect(form.fault('resultWay')).toBe('请选择结果接收方式。')
  await form.choose('resultWay', 'sms')
  expect((form.row('phone').get('input').element as HTMLInputElement).value).toBe('13800000001')
  await form.type('phone', '12345')
  await form.submit()
  expect(form.fault('phone')).toBe('手机号码不正确，请填写 11 位手机号码。')
  await form.type('phone', '')
  await form.submit()
  expect(form.fault('phone')).toBe('请填写手机号码。')
  await form.type('phone', '13900000009')
  await form.submit()
  expect(form.sent()?.body).toMatchObject({ resultWay: 'sms', phone: '13900000009' })
})

test('站内信 wants no telephone, and without 提醒服务 neither way nor telephone is sent', async () => {
  const form = await open({
    fields: {
      officeId: null,
      type: 'other',
      content: '一二三四五六七八九十',
      isReminderWanted: true,
      resultWay: 'notice',
      phone: '1',
    },
  })
  expect(form.has('phone')).toBe(false)
  await form.submit()
  expect(form.sent()?.body).toMatchObject({ resultWay: 'notice', phone: null })
  const other = await open({
    fields: {
      officeId: null,
      type: 'other',
      content: '一二三四五六七八九十',
      isReminderWanted: false,
      resultWay: 'sms',
      phone: '1',
    },
  })
  await other.submit()
  expect(other.sent()?.body).toMatchObject({ resultWay: null, phone: null })
})

test('submitted, it says 提交成功 with the number, and the form begins anew under another id', async () => {
  const form = await open()
  await fill(form)
  await form.submit()
  expect(form.sent()?.body).toMatchObject({ id: idOf(800), officeId: 'office-2', type: 'system', attachmentIds: [] })
  expect(form.form.get('dialog').text()).toContain('提交成功')
  expect(form.form.get('dialog').text()).toContain('LY20261201000001')
  expect((form.row('content').get('textarea').element as HTMLTextAreaElement).value).toBe('')
  await form.form
    .findAll('dialog button')
    .find((button) => button.text() === '前往个人中心查看')!
    .trigger('click')
  expect(form.form.emitted('show')).toEqual([[idOf(1)]])
  await fill(form)
  await form.submit()
  expect(form.sent()?.body.id).toBe(idOf(801))
})

test('with no line nothing is lost, the button offers to try again, and the same id goes out', async () => {
  const form = await open()
  await fill(form)
  host.answer('records.submitLeaveMessage', () => refused('HOST_OFFLINE'))
  await form.submit()
  expect(form.form.get('footer [role=alert]').text()).toContain('您填写的内容已保存在本机')
  expect(form.form.get('footer button').text()).toBe('重试')
  expect((form.row('content').get('textarea').element as HTMLTextAreaElement).value).toBe('申报时系统提示数据不符')
  host.answer('records.submitLeaveMessage', () => ok({ leaveMessage: aLeaveMessage(1) }))
  await form.submit()
  const ids = host.asked
    .filter(({ name }) => name === 'records.submitLeaveMessage')
    .map(({ params }) => (params as { body: { id: string } }).body.id)
  expect(ids).toEqual([idOf(800), idOf(800)])
  expect(form.form.get('dialog').text()).toContain('提交成功')
})

test('pressed twice, it is sent once', async () => {
  const form = await open()
  await fill(form)
  void form.form.get('form').trigger('submit')
  await form.submit()
  expect(host.asked.filter(({ name }) => name === 'records.submitLeaveMessage')).toHaveLength(1)
})

test('what the server refuses is said at the field it names', async () => {
  const form = await open()
  await fill(form)
  host.answer('records.submitLeaveMessage', () =>
    refused('LEAVE_MESSAGE_INVALID', { field: 'content', reason: '留言内容不得少于 20 个字。' }),
  )
  await form.submit()
  expect(form.fault('content')).toBe('留言内容不得少于 20 个字。')
  host.answer('records.submitLeaveMessage', () => refused('MESSAGE_BLOCKED', { hits: '' }))
  await form.submit()
  expect(form.fault('content')).toContain('不允许发送的内容')
})

test('what is typed is kept a moment later, at once when the form goes, and is there when it is opened again', async () => {
  const form = await open()
  await form.type('content', '写到一半')
  expect(host.last('records.saveLeaveMessageDraft')).toBeUndefined()
  await vi.advanceTimersByTimeAsync(400)
  expect(host.last('records.saveLeaveMessageDraft')).toMatchObject({ id: idOf(800), fields: { content: '写到一半' } })
  await form.type('content', '写到一半又写')
  await flushPromises()
  form.form.unmount()
  expect(host.last('records.saveLeaveMessageDraft')).toMatchObject({ fields: { content: '写到一半又写' } })
  const again = await open({
    fields: {
      officeId: 'office-1',
      type: null,
      content: '写到一半',
      isReminderWanted: null,
      resultWay: null,
      phone: null,
    },
  })
  expect((again.row('content').get('textarea').element as HTMLTextAreaElement).value).toBe('写到一半')
  expect((again.row('officeId').get('select').element as HTMLSelectElement).value).toBe('office-1')
})

test('the talk so far fills it in where nothing was typed, and never takes the place of what was', async () => {
  const blank = await open({ prefill: '我想咨询：发票怎么开' })
  expect((blank.row('content').get('textarea').element as HTMLTextAreaElement).value).toBe('我想咨询：发票怎么开')
  const typed = await open({
    prefill: '我想咨询：发票怎么开',
    fields: { officeId: null, type: null, content: '写到一半', isReminderWanted: null, resultWay: null, phone: null },
  })
  expect((typed.row('content').get('textarea').element as HTMLTextAreaElement).value).toBe('写到一半')
})

test('what the form offers did not come: it says so and offers to try again', async () => {
  const form = await open()
  form.form.unmount()
  host = recordHost({})
  installHost(host)
  const failed = mount(LeaveMessageForm, {
    global: { plugins: [createPinia(), createTexts(uiLocale, attachmentsLocale, recordsLocale, leaveMessagesLocale)] },
  })
  await flushPromises()
  expect(failed.get('[role=alert]').text()).toContain('当前未连接到服务')
})

test('files chosen and not uploaded are asked about: back, without them, or uploaded first', async () => {
  const form = await open()
  const file = { id: idOf(5), name: '截图.png', sizeBytes: 1, state: 'chosen', sentBytes: 0, failure: null }
  host.emit('attachments.changed', { formKey: 'leave-message', files: [file] })
  await fill(form)
  const answer = async (text: string) => {
    await form.submit()
    await form.form
      .findAll('dialog button')
      .find((button) => button.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  await answer('返回修改')
  expect(form.sent()).toBeUndefined()
  host.answer('attachments.upload', () => ok({ formKey: 'leave-message', files: [{ ...file, state: 'failed' }] }))
  await answer('上传后提交')
  expect(form.form.get('footer [role=alert]').text()).toContain('有附件没有上传成功')
  host.answer('attachments.upload', () => ok({ formKey: 'leave-message', files: [{ ...file, state: 'uploaded' }] }))
  await answer('上传后提交')
  expect(form.sent()?.body.attachmentIds).toEqual([idOf(5)])
})
