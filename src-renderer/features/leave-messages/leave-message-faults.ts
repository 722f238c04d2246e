// The manual's rules of 留言 (1.19.3), as the form says them before it is sent.
import type { LeaveMessageForm } from '@zhengna/contract/domain/leave-message-record.ts'
import { readMobileNumber } from '@zhengna/contract/domain/mobile-number.ts'
import type { LeaveMessageFields } from '@zhengna/contract/host/records.ts'
import { limits } from '@zhengna/contract/limits.ts'

export const leaveMessageFieldNames = ['officeId', 'type', 'content', 'isReminderWanted', 'resultWay', 'phone', 'attachments'] as const
export type LeaveMessageField = (typeof leaveMessageFieldNames)[number]

/** A text of the locale, with what it is filled from. */
export type Said = readonly [key: string, values?: Record<string, number>]

/** As people count: what takes two places in memory is one. */
const lengthOf = (text: string): number => Array.from(text.trim()).length

/** What is on the form: a field that nobody touched has what it was filled in with. */
export const phoneOf = (fields: LeaveMessageFields, form: LeaveMessageForm): string => fields.phone ?? form.phone ?? ''

export function faultsOf(fields: LeaveMessageFields, form: LeaveMessageForm): Partial<Record<LeaveMessageField, Said>> {
  const length = lengthOf(fields.content)
  const isTooShort = length < form.contentMinLength
  const wantsPhone = fields.isReminderWanted === true && fields.resultWay === 'sms'
  const phone = phoneOf(fields, form).trim()
  return {
    ...(fields.type === null && { type: ['leaveMessages.faults.type'] as const }),
    ...(length === 0 && { content: ['leaveMessages.faults.content'] as const }),
    ...(length > 0 && isTooShort && { content: ['leaveMessages.faults.short', { min: form.contentMinLength, length }] as const }),
    ...(fields.content.length > limits.leaveMessageMaxLength && {
      content: ['leaveMessages.faults.long', { max: limits.leaveMessageMaxLength }] as const,
    }),
    ...(fields.isReminderWanted === null && { isReminderWanted: ['leaveMessages.faults.reminder'] as const }),
    ...(fields.isReminderWanted === true && fields.resultWay === null && { resultWay: ['leaveMessages.faults.resultWay'] as const }),
    ...(wantsPhone && phone === '' && { phone: ['leaveMessages.faults.phone'] as const }),
    ...(wantsPhone && phone !== '' && readMobileNumber(phone) === null && { phone: ['leaveMessages.faults.phoneWrong'] as const }),
  }
}
