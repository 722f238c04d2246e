// 我的留言 as a table.
import { leaveMessageStateLabels, leaveMessageTypeLabels, type LeaveMessageState } from '@zhengna/contract/domain/leave-message.ts'
import type { LeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import { momentText, type RecordRow, type Tone } from '../records/index.ts'

export const toneOf: Record<LeaveMessageState, Tone> = {
  waiting: 'calm',
  'in-hand': 'calm',
  asked: 'wait',
  'with-order': 'calm',
  answered: 'good',
}

export const rowOf = (record: LeaveMessageSummary): RecordRow => ({
  id: record.id,
  cells: [
    { text: record.number },
    { text: leaveMessageTypeLabels[record.type] },
    { text: record.content },
    { text: momentText(record.createdAt) },
    { text: leaveMessageStateLabels[record.state], tone: toneOf[record.state] },
  ],
})
