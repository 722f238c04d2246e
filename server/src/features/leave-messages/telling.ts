// What the taxpayer is told of their leave-message: a notice always, a text where they chose 短信.
import type { Announcement, Notices } from '../notices/index.ts'
import type { Writing } from '../guard/index.ts'
import type { SmsPort } from './leave-message-parts.ts'
import type { LeaveMessageRow } from './leave-messages.store.ts'

export type Occasion = 'replied' | 'asked' | 'order-asked' | 'order-result'

const words: Record<Occasion, Pick<Announcement, 'kind' | 'subject'> & { title: string; text: string }> = {
  replied: { kind: 'info', subject: 'leave-message-replied', title: '您的留言已回复', text: '税务人员已回复您的留言，请查看。' },
  asked: {
    kind: 'todo',
    subject: 'leave-message-asked',
    title: '您的留言需要补充',
    text: '税务人员需要您补充说明或材料，补充后继续处理。',
  },
  'order-asked': {
    kind: 'todo',
    subject: 'work-order-changed',
    title: '您的工单需要补充',
    text: '税务人员需要您补充说明或材料，补充后继续办理。',
  },
  'order-result': {
    kind: 'info',
    subject: 'work-order-result',
    title: '您的工单已办结',
    text: '您的留言转办的工单已办结，请查看办理结果。',
  },
}
const templates = {
  replied: 'leave-message-replied',
  asked: 'leave-message-asked',
  'order-asked': 'leave-message-asked',
  'order-result': 'work-order-result',
} as const

export interface TellingParts {
  readonly notices: Pick<Notices, 'tell'>
  readonly sms: SmsPort
}

/** `stepId`: of what happened; it is told once. */
export async function tellAuthor(
  { trx, after, now }: Pick<Writing, 'trx' | 'after' | 'now'>,
  { notices, sms }: TellingParts,
  row: LeaveMessageRow,
  occasion: Occasion,
  stepId: string,
): Promise<void> {
  const { title, text, ...rest } = words[occasion]
  const dedupeKey = `leave-message:${stepId}`
  const announcement: Announcement = {
    ...rest,
    title: `${title}（${row.number}）`,
    text,
    link: { label: '查看留言', page: 'leave-message', id: row.id },
    dedupeKey,
  }
  await notices.tell(trx, after, [row.taxpayer_id], announcement, now)
  if (row.result_way === 'sms' && row.phone)
    await sms.send(trx, after, { phone: row.phone, template: templates[occasion], values: { number: row.number }, dedupeKey }, now)
}
