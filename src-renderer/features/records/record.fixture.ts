// For tests: records as the taxpayer's window gets them.
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import type { LeaveMessage } from '@zhengna/contract/domain/leave-message-record.ts'
import type { AppointmentId, LeaveMessageId, SkillGroupId } from '@zhengna/contract/ids.ts'

const at = Date.parse('2026-12-01T09:00:00+08:00')
export const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const aLeaveMessage = (number: number, over: Partial<LeaveMessage> = {}): LeaveMessage => ({
  id: idOf(number) as LeaveMessageId,
  number: `LY2026120100000${number}`,
  type: 'consultation',
  content: `第${number}条留言`,
  state: 'waiting',
  officeName: '示范税务局',
  createdAt: at,
  changedAt: at,
  resultWay: null,
  phone: null,
  attachments: [],
  agentNumber: null,
  order: null,
  steps: [{ at, kind: 'submit', agentNumber: null, text: `第${number}条留言`, attachments: [] }],
  ...over,
})

export const anAppointment = (number: number, over: Partial<Appointment> = {}): Appointment => ({
  id: idOf(number) as AppointmentId,
  number: `YY2026120100000${number}`,
  origin: 'own',
  serviceType: 'general' as SkillGroupId,
  serviceName: '综合服务',
  way: 'phone',
  officeName: '示范税务局',
  startsAt: at + 86_400_000,
  matter: '办理注销',
  state: 'booked',
  interaction: 'waiting',
  createdAt: at,
  changedAt: at,
  phone: '13800000001',
  attachments: [],
  agentNumber: null,
  conversationId: null,
  steps: [{ at, kind: 'book', agentNumber: null, text: '' }],
  ...over,
})
