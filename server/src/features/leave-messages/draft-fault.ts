// A 留言 as it was filled in, held against what the manual demands of each field.
import { countedLength } from '@zhengna/contract/domain/leave-message.ts'
import type { LeaveMessageDraft } from '@zhengna/contract/domain/leave-message-record.ts'
import { cleanText } from '@zhengna/contract/domain/message.ts'
import { readMobileNumber } from '@zhengna/contract/domain/mobile-number.ts'
import { limits } from '@zhengna/contract/limits.ts'

export interface Fault {
  readonly field: keyof LeaveMessageDraft | 'text'
  readonly reason: string
}
export type Filled = { readonly ok: true; readonly content: string; readonly phone: string | null } | ({ readonly ok: false } & Fault)

const fault = (field: Fault['field'], reason: string) => ({ ok: false, field, reason }) as const

/** The first fault from the top of the form. `hasOffice`: the office is one of ours. */
export function readDraft(
  draft: LeaveMessageDraft,
  { hasOffice, contentMinLength }: { hasOffice: boolean; contentMinLength: number },
): Filled {
  if (!hasOffice) return fault('officeId', '请选择留言机构。')
  const cleaned = cleanText(draft.content)
  if (!cleaned.ok)
    return fault('content', cleaned.code === 'MESSAGE_EMPTY' ? '请填写留言内容。' : `留言内容最多 ${limits.leaveMessageMaxLength} 个字。`)
  const missing = contentMinLength - countedLength(cleaned.text)
  if (missing > 0) return fault('content', `留言内容不得少于 ${contentMinLength} 个字，还差 ${missing} 个字。`)
  if (draft.resultWay !== 'sms') return { ok: true, content: cleaned.text, phone: null }
  if (!draft.phone?.trim()) return fault('phone', '选择短信接收结果时，请填写手机号码。')
  const phone = readMobileNumber(draft.phone)
  if (!phone) return fault('phone', '手机号码不正确，请填写 11 位手机号码。')
  return { ok: true, content: cleaned.text, phone }
}
