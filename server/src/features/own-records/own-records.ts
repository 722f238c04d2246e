// 智能辅助查询: what a taxpayer asks about themselves, read inside the transaction that stores the answer.
// A feature that keeps something of taxpayers adds a file here and a line to `kinds`; until then the answer says that it is not to be had.
import type { Answer, AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { OwnRecordKind } from '@zhengna/contract/domain/own-record.ts'
import { readAppointments } from './appointments.record.ts'
import { readConversations } from './conversations.record.ts'
import { readFiling } from './filing.record.ts'
import { readLeaveMessages } from './leave-messages.record.ts'
import type { Found, LookUp } from './look-up.ts'
import { readNotices } from './notices.record.ts'
import { readQueue } from './queue.record.ts'
import { timeInBeijing } from './wording.ts'
import { readWorkOrders } from './work-orders.record.ts'

interface OwnRecord {
  /** As in 「暂时不能在这里查询您的预约」. */
  readonly name: string
  /** Absent: not kept yet. */
  readonly read?: (lookUp: LookUp) => Found | Promise<Found>
}

const kinds: Record<OwnRecordKind, OwnRecord> = {
  queue: { name: '排队情况', read: readQueue },
  notices: { name: '消息', read: readNotices },
  conversations: { name: '咨询记录', read: readConversations },
  filing: { name: '申报期限', read: readFiling },
  appointments: { name: '预约', read: readAppointments },
  'leave-messages': { name: '留言', read: readLeaveMessages },
  'work-orders': { name: '工单', read: readWorkOrders },
}

/** The answer as it is stored: of this moment, and it says so. */
export async function answerFromRecords(kind: OwnRecordKind, lookUp: LookUp): Promise<Answer> {
  const { name, read } = kinds[kind]
  if (!read) return compose({ text: `暂时不能在这里查询您的${name}。如需了解，可以转人工服务，由税务人员为您查看。`, offersPerson: true })
  const found = await read(lookUp)
  return compose({ ...found, text: `截至 ${timeInBeijing(lookUp.now)}，${found.text}` })
}

function compose({ text, opens, offersPerson = false }: Found): Answer {
  const parts: AnswerPart[] = [{ type: 'text', markdown: text }]
  return {
    decision: 'own-records',
    question: null,
    parts,
    papers: null,
    options: [],
    offersPerson,
    offline: false,
    ...(opens && { opens }),
  }
}
