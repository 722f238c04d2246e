// A call of every route of appointments and of the calendar, right by its form, about nothing that is there.
import { uuidv7 } from 'uuidv7'
import { appointmentDraft, appointmentProposal } from './appointments.ts'

const noAppointment = { appointmentId: uuidv7() }
const ofNobody = () => ({ params: noAppointment })
const office = { officeId: 'none' }
/** Long ago: refused as such. */
const startsAt = 0

export const appointmentBodies = {
  bookAppointment: { ...appointmentDraft({ startsAt }) },
  proposeAppointment: { ...appointmentProposal('nobody' as never, { startsAt }) },
  declineAppointment: { reason: '时间不合适' },
  rescheduleAppointment: { startsAt },
  awaitSlot: { serviceType: 'none', startsAt, isAwaited: true },
  setCalendarDay: { isWorking: null, note: '' },
  setOfficeHours: { shifts: null },
  setSlotCapacity: { capacity: null },
}

export const appointmentCalls = {
  appointmentForm: () => ({}),
  listSlots: () => ({ query: { serviceType: 'general' } }),
  bookAppointment: () => ({ body: appointmentBodies.bookAppointment }),
  listAppointments: () => ({ query: { origin: 'own', page: 1, pageSize: 10 } }),
  getAppointment: ofNobody,
  acceptAppointment: ofNobody,
  declineAppointment: () => ({ params: noAppointment, body: appointmentBodies.declineAppointment }),
  cancelAppointment: ofNobody,
  rescheduleAppointment: () => ({ params: noAppointment, body: appointmentBodies.rescheduleAppointment }),
  joinAppointment: ofNobody,
  awaitSlot: () => ({ body: appointmentBodies.awaitSlot }),
  listDeskAppointments: () => ({ query: { from: '2026-11-27', to: '2026-11-27' } }),
  getDeskAppointment: ofNobody,
  proposeAppointment: () => ({ body: appointmentBodies.proposeAppointment }),
  inviteToAppointment: ofNobody,
  answeredAppointment: ofNobody,
  finishAppointment: ofNobody,
  listCalendarDays: () => ({ query: { year: 2026 } }),
  setCalendarDay: () => ({ params: { day: '2026-11-28' }, body: appointmentBodies.setCalendarDay }),
  listOfficeCalendars: () => ({}),
  setOfficeHours: () => ({ params: office, body: appointmentBodies.setOfficeHours }),
  setSlotCapacity: () => ({ params: { ...office, serviceType: 'none' }, body: appointmentBodies.setSlotCapacity }),
}
