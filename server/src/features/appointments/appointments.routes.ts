import * as contract from '@zhengna/contract/http/appointments.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Appointments } from './appointments.service.ts'

export function registerAppointmentRoutes(implement: Implement, { slots, bookings, desk, join }: Appointments): void {
  implement(contract.appointmentForm, ({ caller }) => slots.form(caller))
  implement(contract.listSlots, async ({ caller, query }) => ({ days: await slots.list(caller, query.serviceType) }))
  implement(contract.awaitSlot, ({ caller, body }) => slots.await(caller, body))

  implement(contract.bookAppointment, async ({ caller, body }) => ({ appointment: await bookings.book(caller, body) }))
  implement(contract.listAppointments, ({ caller, query: { page = 1, pageSize = 10, ...filter } }) =>
    bookings.list(caller, filter, page, pageSize),
  )
  implement(contract.getAppointment, async ({ caller, params }) => ({ appointment: await bookings.get(caller, params.appointmentId) }))
  implement(contract.acceptAppointment, async ({ caller, params }) => ({
    appointment: await bookings.accept(caller, params.appointmentId),
  }))
  implement(contract.declineAppointment, async ({ caller, params, body }) => ({
    appointment: await bookings.decline(caller, params.appointmentId, body.reason),
  }))
  implement(contract.cancelAppointment, async ({ caller, params }) => ({
    appointment: await bookings.cancel(caller, params.appointmentId),
  }))
  implement(contract.rescheduleAppointment, async ({ caller, params, body }) => ({
    appointment: await bookings.reschedule(caller, params.appointmentId, body.startsAt),
  }))
  implement(contract.joinAppointment, async ({ caller, params }) => ({ appointment: await join(caller, params.appointmentId) }))

  implement(contract.listDeskAppointments, ({ caller, query }) => desk.calendar(caller, query))
  implement(contract.getDeskAppointment, async ({ caller, params }) => ({ appointment: await desk.get(caller, params.appointmentId) }))
  implement(contract.proposeAppointment, async ({ caller, body }) => ({ appointment: await desk.propose(caller, body) }))
  implement(contract.inviteToAppointment, async ({ caller, params }) => ({ appointment: await desk.invite(caller, params.appointmentId) }))
  implement(contract.answeredAppointment, async ({ caller, params }) => ({
    appointment: await desk.answered(caller, params.appointmentId),
  }))
  implement(contract.finishAppointment, async ({ caller, params }) => ({ appointment: await desk.finish(caller, params.appointmentId) }))
}
