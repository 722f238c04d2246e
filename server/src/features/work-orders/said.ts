// Texts of work orders: those the taxpayer reads pass the sensitive words, those among officers do not.
import { cleanText } from '@zhengna/contract/domain/message.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Writing } from '../guard/index.ts'
import type { Told } from '../leave-messages/index.ts'

export const invalid = (field: string, reason: string): DomainError => new DomainError('WORK_ORDER_INVALID', { field, reason })

/** Errors: WORK_ORDER_INVALID (`field` text), MESSAGE_BLOCKED, MESSAGE_WARNED. */
export const readSaid = (writing: Writing, by: Caller, { text, confirmed }: Told): string =>
  writing.pass({ by, field: 'text', text: readInternal('text', text), isConfirmed: confirmed })

/** Errors: WORK_ORDER_INVALID (`field`). */
export function readInternal(field: string, raw: string): string {
  const cleaned = cleanText(raw)
  if (cleaned.ok) return cleaned.text
  throw invalid(field, cleaned.code === 'MESSAGE_EMPTY' ? '请填写内容。' : `内容最多 ${limits.leaveMessageMaxLength} 个字。`)
}
