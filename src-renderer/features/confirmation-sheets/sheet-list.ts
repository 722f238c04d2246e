// 我的确认单 as a table, and in which tone each state is told.
import { sheetStateLabels, type MaterialState, type SheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type { ConfirmationSheetSummary } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { dueDayOf } from '@zhengna/contract/domain/sheet-due.ts'
import type { RecordRow, Tone } from '../records/index.ts'

export const toneOf: Record<SheetState, Tone> = {
  collecting: 'wait',
  submitted: 'calm',
  returned: 'bad',
  confirmed: 'good',
  withdrawn: 'calm',
  lapsed: 'calm',
}
export const materialToneOf: Record<MaterialState, Tone> = {
  missing: 'wait',
  submitted: 'calm',
  accepted: 'good',
  returned: 'bad',
  omitted: 'calm',
}

export const rowOf = (record: ConfirmationSheetSummary): RecordRow => ({
  id: record.id,
  cells: [
    { text: record.number },
    { text: record.matter },
    { text: `${record.accepted} / ${record.total}` },
    { text: dueDayOf(record.dueAt) },
    { text: sheetStateLabels[record.state], tone: toneOf[record.state] },
  ],
})
