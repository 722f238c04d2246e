// 留言 and 预约 as a taxpayer sees them.
import type { AppointmentSummary } from '@zhengna/contract/domain/appointment-record.ts'
import type { LeaveMessage, LeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { AppointmentId, LeaveMessageId, SkillGroupId } from '@zhengna/contract/ids.ts'

const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Numbered in the order of their writing. */
export const aLeaveMessage = (number: number, over: Partial<LeaveMessageSummary> = {}): LeaveMessageSummary => ({
  id: idOf(number) as LeaveMessageId,
  number: `LY202612010000${number}`,
  type: 'consultation',
  content: `第${number}条留言，想了解发票怎样开具`,
  state: 'waiting',
  officeName: '示范税务局',
  createdAt: momentOf('2026-12-01', '10:00') + number * 60_000,
  changedAt: momentOf('2026-12-01', '10:00') + number * 60_000,
  ...over,
})

export const aWholeLeaveMessage = (number: number, over: Partial<LeaveMessage> = {}): LeaveMessage => {
  const summary = aLeaveMessage(number)
  return {
    ...summary,
    resultWay: null,
    phone: null,
    attachments: [],
    agentNumber: null,
    order: null,
    steps: [{ at: summary.createdAt, kind: 'submit', agentNumber: null, text: summary.content, attachments: [] }],
    ...over,
  }
}

export const anAppointment = (number: number, over: Partial<AppointmentSummary> = {}): AppointmentSummary => ({
  id: idOf(number) as AppointmentId,
  number: `YY202612010000${number}`,
  origin: 'own',
  serviceType: 'general' as SkillGroupId,
  serviceName: '综合服务',
  way: 'phone',
  officeName: '示范税务局',
  startsAt: momentOf('2026-12-02', '10:00') + number * 1_800_000,
  matter: `第${number}次预约，想办理注销`,
  state: 'booked',
  interaction: 'waiting',
  createdAt: momentOf('2026-12-01', '10:00'),
  changedAt: momentOf('2026-12-01', '10:00'),
  ...over,
})
