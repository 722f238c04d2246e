// A push as it was filled in, held against what each field demands.
import { cleanText } from '@zhengna/contract/domain/message.ts'
import type { PushContent } from '@zhengna/contract/domain/push-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'

export type PushField = 'title' | 'text' | 'link' | 'audience' | 'at' | 'reason'

export const pushInvalid = (field: PushField, reason: string): DomainError => new DomainError('PUSH_INVALID', { field, reason })

/** One line, with something in it. */
export function readTitle(typed: string): string {
  const cleaned = cleanText(typed.replaceAll(/\s+/g, ' '))
  if (!cleaned.ok) throw pushInvalid('title', '请填写标题。')
  if (cleaned.text.length > limits.pushTitleMaxLength) throw pushInvalid('title', `标题最多 ${limits.pushTitleMaxLength} 个字。`)
  return cleaned.text
}

export function readText(typed: string): string {
  const cleaned = cleanText(typed)
  if (!cleaned.ok && cleaned.code === 'MESSAGE_EMPTY') throw pushInvalid('text', '请填写内容。')
  if (!cleaned.ok || cleaned.text.length > limits.pushTextMaxLength)
    throw pushInvalid('text', `内容最多 ${limits.pushTextMaxLength} 个字。`)
  return cleaned.text
}

/** The parsed form: what was checked is what is opened. */
export function readUrl(typed: string): string {
  const url = URL.parse(typed)
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw pushInvalid('link', '网址须以 https:// 开头，且不能带有用户名和密码。')
  return url.href
}

/** A moment to come, not too far off. */
export function readSendAt(at: number, now: number): number {
  if (at <= now) throw pushInvalid('at', '发送时间须晚于现在。')
  if (at > now + limits.pushDaysAheadMax * 24 * 3_600_000) throw pushInvalid('at', `发送时间须在 ${limits.pushDaysAheadMax} 天以内。`)
  return at
}

export function readReason(typed: string): string {
  const cleaned = cleanText(typed)
  if (!cleaned.ok) throw pushInvalid('reason', '请填写撤回原因。')
  return cleaned.text
}

/** Equal in what is sent: saving it again changes nothing. */
export const isSameContent = (one: PushContent, other: PushContent): boolean => JSON.stringify(one) === JSON.stringify(other)
