import { expect, it } from 'vitest'
import { smsStateLabels, smsStates, smsTemplates, smsText, type SmsTemplate } from './sms.ts'

it('a text is filled in, and says nothing of what it is not given', () => {
  expect(smsText('leave-message-replied', { number: 'LY202611270001' })).toContain('LY202611270001')
  for (const template of Object.keys(smsTemplates) as SmsTemplate[]) expect(smsText(template, { number: 'x' })).not.toMatch(/[{}]/)
})

it('every state is told in Chinese', () => {
  for (const state of smsStates) expect(smsStateLabels[state]).toMatch(/^\p{Script=Han}+$/u)
})
