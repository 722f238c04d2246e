// 预约 at the console: the office's calendar. Online only: what two agents do has one truth, and it is the server's.
import * as appointments from '../http/appointments.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const appointmentDeskRequests = {
  'appointmentDesk.list': relay(appointments.listDeskAppointments, console),
  'appointmentDesk.get': relay(appointments.getDeskAppointment, console),
  'appointmentDesk.invite': relay(appointments.inviteToAppointment, console),
  'appointmentDesk.answered': relay(appointments.answeredAppointment, console),
  'appointmentDesk.finish': relay(appointments.finishAppointment, console),
  'appointmentDesk.slots': relay(appointments.listSlots, console),
  'appointmentDesk.propose': relay(appointments.proposeAppointment, console),
}
