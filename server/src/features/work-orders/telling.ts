// What the taxpayer is told of their work order: only what concerns them. One that came from a 留言 leads back to it.
import type { Announcement, Notices } from '../notices/index.ts'
import type { Writing } from '../guard/index.ts'
import { findLeaveMessage, tellAuthor, type SmsPort } from '../leave-messages/index.ts'
import type { WorkOrderRow } from './work-orders.store.ts'

type Occasion = 'moved' | 'asked' | 'result'
interface TellingParts {
  readonly notices: Pick<Notices, 'tell'>
  readonly sms: SmsPort
}

const words: Record<Occasion, Pick<Announcement, 'kind' | 'subject' | 'title' | 'text'>> = {
  moved: { kind: 'info', subject: 'work-order-changed', title: '您的工单转由其他税务机构办理', text: '' },
  asked: {
    kind: 'todo',
    subject: 'work-order-changed',
    title: '您的工单需要补充',
    text: '税务人员需要您补充说明或材料，补充后继续办理。',
  },
  result: { kind: 'info', subject: 'work-order-result', title: '您的工单已办结', text: '请查看办理结果。' },
}

/** `stepId`: of what happened; it is told once. `officeName`: whose desk it is on then. */
export async function tellTaxpayer(
  writing: Pick<Writing, 'trx' | 'after' | 'now'>,
  { notices, sms }: TellingParts,
  row: WorkOrderRow,
  occasion: Occasion,
  { stepId, officeName = '' }: { stepId: string; officeName?: string },
): Promise<void> {
  const { trx, after, now } = writing
  const origin = row.leave_message_id ? await findLeaveMessage(trx, row.leave_message_id) : undefined
  if (origin && occasion !== 'moved')
    return tellAuthor(writing, { notices, sms }, origin, occasion === 'asked' ? 'order-asked' : 'order-result', stepId)
  const { title, text, ...rest } = words[occasion]
  const announcement: Announcement = {
    ...rest,
    title: `${title}（${row.number}）`,
    text: occasion === 'moved' ? `现由${officeName}办理。` : text,
    link: origin ? { label: '查看留言', page: 'leave-message', id: origin.id } : { label: '查看工单', page: 'work-order', id: row.id },
    dedupeKey: `work-order:${stepId}`,
  }
  await notices.tell(trx, after, [row.taxpayer_id], announcement, now)
}
