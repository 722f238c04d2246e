// 智能辅助查询: what a taxpayer asks about themselves, read inside the transaction that stores the answer.
// A feature that keeps something of taxpayers adds a file here and a line to `kinds`.
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

type Read = (lookUp: LookUp) => Found | Promise<Found>

const kinds: Record<OwnRecordKind, Read> = {
  queue: readQueue,
  notices: readNotices,
  conversations: readConversations,
  filing: readFiling,
  appointments: readAppointments,
  'leave-messages': readLeaveMessages,
  'work-orders': readWorkOrders,
}

/** The answer as it is stored: of this moment, and it says so. */
export async function answerFromRecords(kind: OwnRecordKind, lookUp: LookUp): Promise<Answer> {
  const found = await kinds[kind](lookUp)
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
