// 我的工单 as a table.
import { workOrderStateLabels, type WorkOrderState } from '@zhengna/contract/domain/work-order.ts'
import type { WorkOrderSummary } from '@zhengna/contract/domain/work-order-record.ts'
import { momentText, type RecordRow, type Tone } from '../records/index.ts'

export const toneOf: Record<WorkOrderState, Tone> = { open: 'calm', 'in-hand': 'calm', asked: 'wait', done: 'good' }

/** `noDue`: what stands for a time that was not set. */
export const rowOf = (record: WorkOrderSummary, noDue: string): RecordRow => ({
  id: record.id,
  cells: [
    { text: record.number },
    { text: record.title },
    { text: record.officeName },
    { text: record.dueAt === null ? noDue : momentText(record.dueAt) },
    { text: workOrderStateLabels[record.state], tone: toneOf[record.state] },
  ],
})
