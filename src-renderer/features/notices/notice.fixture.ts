// For tests: notices, numbered in the order of their telling.
import type { Notice } from '@zhengna/contract/domain/notice.ts'
import type { NoticeId } from '@zhengna/contract/ids.ts'

export const aNotice = (number: number, over: Partial<Notice> = {}): Notice => ({
  id: String(number).padStart(4, '0') as NoticeId,
  kind: 'info',
  subject: 'answer-corrected',
  title: `答复更正：第${number}问`,
  text: `**第${number}问**的答复已更正。`,
  link: null,
  at: number * 1_000,
  readAt: null,
  withdrawnAt: null,
  ...over,
})
