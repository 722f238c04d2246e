// 我的预约 as a table.
import {
  appointmentStateLabels,
  appointmentWayLabels,
  interactionStateLabels,
  type AppointmentState,
  type InteractionState,
} from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentSummary } from '@zhengna/contract/domain/appointment-record.ts'
import { slotShort, type RecordRow, type Tone } from '../records/index.ts'

export const toneOf: Record<AppointmentState, Tone> = {
  proposed: 'wait',
  booked: 'good',
  kept: 'calm',
  cancelled: 'calm',
  'taxpayer-missed': 'bad',
  'agent-missed': 'bad',
  declined: 'calm',
  lapsed: 'bad',
}
export const interactionToneOf: Record<InteractionState, Tone> = { waiting: 'calm', ongoing: 'wait', done: 'good', failed: 'bad' }

export const rowOf = (record: AppointmentSummary): RecordRow => ({
  id: record.id,
  cells: [
    { text: record.number },
    { text: record.serviceName },
    { text: appointmentWayLabels[record.way] },
    { text: slotShort(record.startsAt) },
    { text: record.matter },
    { text: appointmentStateLabels[record.state], tone: toneOf[record.state] },
    // One that is not accepted yet has none.
    record.interaction ? { text: interactionStateLabels[record.interaction], tone: interactionToneOf[record.interaction] } : { text: '—' },
  ],
})
