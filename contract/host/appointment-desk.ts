// 预约 at the console: the office's calendar. Online only: what two agents do has one truth, and it is the server's.
import * as appointments from '../http/appointments.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const appointmentDeskRequests = {
  'agenda.list': relay(appointments.listDeskAppointments, console),
  'agenda.get': relay(appointments.getDeskAppointment, console),
  'agenda.invite': relay(appointments.inviteToAppointment, console),
  'agenda.answered': relay(appointments.answeredAppointment, console),
  'agenda.finish': relay(appointments.finishAppointment, console),
  'agenda.slots': relay(appointments.listSlots, console),
  'agenda.propose': relay(appointments.proposeAppointment, console),
}
