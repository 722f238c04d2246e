// 留言, 预约 and 工单 that changed, carried from the bus to the lines: to the taxpayer whose they are and to the officers of the office
// that has them, to nobody else. That it changed is all that is said; what it is now is asked for, by those who may.
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Lines } from './platform/live/lines.ts'

export function carryRecords(bus: Bus, lines: Lines): void {
  const carry = (kind: RecordPage, id: string, officeId: OfficeId, taxpayerId: PersonId | null): void => {
    const json = JSON.stringify({ type: 'record', kind, id, officeId })
    for (const line of lines.all()) {
      const { caller } = line
      const isOfficer = caller.role === 'agent' || caller.role === 'supervisor'
      if (caller.personId === taxpayerId || (isOfficer && caller.officeId === officeId)) line.sendRaw(json)
    }
  }
  bus.subscribe('leave-message.changed', ({ leaveMessageId, officeId, taxpayerId }) =>
    carry('leave-message', leaveMessageId, officeId, taxpayerId),
  )
  bus.subscribe('appointment.changed', ({ appointmentId, officeId, taxpayerId }) =>
    carry('appointment', appointmentId, officeId, taxpayerId),
  )
  bus.subscribe('work-order.changed', ({ workOrderId, officeId, taxpayerId }) => carry('work-order', workOrderId, officeId, taxpayerId))
  // How late it is says nothing new to its taxpayer.
  bus.subscribe('work-order.late', ({ workOrderId, officeId }) => carry('work-order', workOrderId, officeId, null))
}
