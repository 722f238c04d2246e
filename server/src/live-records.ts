// 留言, 预约 and 工单 that changed, carried from the bus to the lines: to the taxpayer whose they are and to the officers of the office
// that has them, to nobody else. That it changed is all that is said; what it is now is asked for, by those who may.
import { appointmentActors, type AppointmentEvent } from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentStepKind } from '@zhengna/contract/domain/appointment-record.ts'
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Lines } from './platform/live/lines.ts'
import { isOfficerOf } from './live-handlers.ts'

interface Changed {
  readonly page: RecordPage
  readonly id: string
  readonly officeId: OfficeId
  /** null: it says nothing new to its taxpayer. */
  readonly taxpayerId: PersonId | null
  readonly newsFor?: (officerId: PersonId) => AppointmentEvent | null
}

/** What an officer did themselves is no news to them. */
const newsOf = (step: AppointmentStepKind): AppointmentEvent | null =>
  step === 'book' || step === 'propose' || appointmentActors[step].every((actor) => actor === 'agent' || actor === 'supervisor')
    ? null
    : step

export function carryRecords(bus: Bus, lines: Lines): void {
  const carry = ({ page, id, officeId, taxpayerId, newsFor = () => null }: Changed): void => {
    for (const line of lines.all()) {
      const { caller } = line
      const isOfficer = isOfficerOf(officeId, caller)
      if (!isOfficer && caller.personId !== taxpayerId) continue
      const frame: ServerFrame = { type: 'record', page, id, news: isOfficer ? newsFor(caller.personId) : null }
      line.sendRaw(JSON.stringify(frame))
    }
  }
  bus.subscribe('leave-message.changed', ({ leaveMessageId: id, ...whose }) => carry({ page: 'leave-message', id, ...whose }))
  bus.subscribe('work-order.changed', ({ workOrderId: id, ...whose }) => carry({ page: 'work-order', id, ...whose }))
  bus.subscribe('work-order.late', ({ workOrderId: id, officeId }) => carry({ page: 'work-order', id, officeId, taxpayerId: null }))
  bus.subscribe('appointment.changed', ({ appointmentId: id, agentId, step, ...whose }) =>
    carry({ page: 'appointment', id, ...whose, newsFor: (officerId) => (officerId === agentId ? newsOf(step) : null) }),
  )
}
