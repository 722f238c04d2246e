import { expect, it } from 'vitest'
import type { LeaveMessageDraft } from '@zhengna/contract/domain/leave-message-record.ts'
import { readDraft } from './draft-fault.ts'

const draft = (change: Partial<LeaveMessageDraft>): LeaveMessageDraft => ({
  id: '' as LeaveMessageDraft['id'],
  officeId: 'o' as LeaveMessageDraft['officeId'],
  type: 'consultation',
  content: '数电票红冲后还能重新开吗',
  resultWay: null,
  phone: null,
  attachmentIds: [],
  ...change,
})
const read = (change: Partial<LeaveMessageDraft> = {}, hasOffice = true) => readDraft(draft(change), { hasOffice, contentMinLength: 10 })

it('what is whole passes, its ends trimmed', () => {
  expect(read({ content: '  数电票红冲后还能重新开吗\n' })).toEqual({ ok: true, content: '数电票红冲后还能重新开吗', phone: null })
})

it.each([
  ['an office that is none', { officeId: 'x' as LeaveMessageDraft['officeId'] }, 'officeId', '请选择留言机构。'],
  ['nothing said', { content: ' \n\u200b' }, 'content', '请填写留言内容。'],
  ['a character short', { content: '一二三四五六七八九' }, 'content', '留言内容不得少于 10 个字，还差 1 个字。'],
  ['blanks do not count', { content: '一 二 三 四 五 六 七' }, 'content', '留言内容不得少于 10 个字，还差 3 个字。'],
  ['too much said', { content: '字'.repeat(2001) }, 'content', '留言内容最多 2000 个字。'],
  ['短信 without a number', { resultWay: 'sms' as const }, 'phone', '选择短信接收结果时，请填写手机号码。'],
  ['短信 to what is no number', { resultWay: 'sms' as const, phone: '010-12345678' }, 'phone', '手机号码不正确，请填写 11 位手机号码。'],
])('%s is told at its field', (_, change, field, reason) => {
  expect(read(change, !('officeId' in change))).toEqual({ ok: false, field, reason })
})

it('exactly the least length is enough', () => expect(read({ content: '一二三四五六七八九十' }).ok).toBe(true))

it('a telephone is kept as its digits, and only where the result comes by 短信', () => {
  expect(read({ resultWay: 'sms', phone: '138 0000 0001' })).toMatchObject({ ok: true, phone: '13800000001' })
  expect(read({ resultWay: 'notice', phone: 'anything' })).toMatchObject({ ok: true, phone: null })
  expect(read({ resultWay: null, phone: '13800000001' })).toMatchObject({ ok: true, phone: null })
})
