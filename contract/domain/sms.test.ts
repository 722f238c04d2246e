import { expect, it } from 'vitest'
import { readMobile, smsStateLabels, smsStates, smsTemplates, smsText, type SmsTemplate } from './sms.ts'

it.each([
  ['13800000000', '13800000000'],
  ['138 0000 0000', '13800000000'],
  ['138-0000-0000', '13800000000'],
  ['+86 13800000000', '13800000000'],
  ['8613800000000', '13800000000'],
  ['12800000000', null],
  ['1380000000', null],
  ['138000000001', null],
  ['01012345678', null],
  ['+1 13800000000', null],
  ['', null],
])('%s is the mobile number %s', (text, number) => {
  expect(readMobile(text)).toBe(number)
})

it('a text is filled in, and says nothing of what it is not given', () => {
  expect(smsText('leave-message-replied', { number: 'LY202611270001' })).toContain('LY202611270001')
  for (const template of Object.keys(smsTemplates) as SmsTemplate[]) expect(smsText(template, { number: 'x' })).not.toMatch(/[{}]/)
})

it('every state is told in Chinese', () => {
  for (const state of smsStates) expect(smsStateLabels[state]).toMatch(/^\p{Script=Han}+$/u)
})
