// A text that is said about a leave-message: a reply, a question, what was asked for.
import { cleanText } from '@zhengna/contract/domain/message.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Writing } from '../guard/index.ts'
import type { Told } from './leave-message-parts.ts'

/** Errors: LEAVE_MESSAGE_INVALID (`field` text), MESSAGE_BLOCKED, MESSAGE_WARNED. */
export const readSaid = (writing: Writing, by: Caller, { text, confirmed }: Told): string =>
  writing.pass({ by, field: 'text', text: readInternal(text), isConfirmed: confirmed })

/** What officers tell each other is not held against the sensitive words. Errors: LEAVE_MESSAGE_INVALID (`field` text). */
export function readInternal(raw: string): string {
  const cleaned = cleanText(raw)
  if (cleaned.ok) return cleaned.text
  const reason = cleaned.code === 'MESSAGE_EMPTY' ? '请填写内容。' : `内容最多 ${limits.leaveMessageMaxLength} 个字。`
  throw new DomainError('LEAVE_MESSAGE_INVALID', { field: 'text', reason })
}
