// 留言 and 预约 at the taxpayer's window: the server's routes, what was seen before with no line, and what was typed in their forms.
import { Type, type Static } from 'typebox'
import { AppointmentWay } from '../domain/appointment.ts'
import type { Appointment, AppointmentForm, AppointmentSummary } from '../domain/appointment-record.ts'
import { LeaveMessageType, ResultWay } from '../domain/leave-message.ts'
import type { LeaveMessage, LeaveMessageForm, LeaveMessageSummary } from '../domain/leave-message-record.ts'
import type { RecordPage } from '../domain/record-page.ts'
import * as appointments from '../http/appointments.ts'
import * as leaveMessages from '../http/leave-messages.ts'
import { AppointmentId, LeaveMessageId, OfficeId, SkillGroupId } from '../ids.ts'
import { limits } from '../limits.ts'
import { event, request } from './channel.ts'
import { relay } from './relay.ts'

/** `asOf`: when it came from the server. `isFromCache`: there is no line, and this is what was seen before. */
export type Seen<T> = T & { readonly asOf: number; readonly isFromCache: boolean }

export interface RecordList<Summary> {
  readonly items: readonly Summary[]
  /** Of all pages; with no line, of those that are held. */
  readonly total: number
}

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
/** A form may hold what its server would refuse: it is kept as it was typed. */
const ROOM = 4
const typed = (maxLength: number) => Type.String({ maxLength: maxLength * ROOM })

/** null: nothing was chosen or typed, and what the form offers at first stands. Files are kept by `attachments`, under the form's name. */
export const LeaveMessageFields = Type.Object({
  officeId: nullable(OfficeId),
  type: nullable(LeaveMessageType),
  content: typed(limits.leaveMessageMaxLength),
  /** 是否需要提醒服务. */
  isReminderWanted: nullable(Type.Boolean()),
  resultWay: nullable(ResultWay),
  phone: nullable(typed(32)),
})
export type LeaveMessageFields = Static<typeof LeaveMessageFields>

export const AppointmentFields = Type.Object({
  serviceType: nullable(SkillGroupId),
  way: nullable(AppointmentWay),
  startsAt: nullable(Type.Integer()),
  matter: typed(limits.appointmentMatterMaxLength),
  phone: nullable(typed(32)),
})
export type AppointmentFields = Static<typeof AppointmentFields>

/** What one submission will be: its id was made when the form was opened, so that sending it twice makes one record. */
export interface FormDraft<Id, Fields> {
  readonly id: Id
  /** null: nothing was typed yet. */
  readonly fields: Fields | null
}

const taxpayer = ['taxpayer'] as const

export const recordRequests = {
  'records.leaveMessageForm': request<Seen<LeaveMessageForm>>()(Type.Object({}), taxpayer),
  /** The draft that is kept; a new one where there is none. */
  'records.leaveMessageDraft': request<FormDraft<LeaveMessageId, LeaveMessageFields>>()(Type.Object({}), taxpayer),
  /** Of a draft that was submitted meanwhile nothing is kept. */
  'records.saveLeaveMessageDraft': request<null>()(Type.Object({ id: LeaveMessageId, fields: LeaveMessageFields }), taxpayer),
  /** Clears the draft of that id. Errors: the route's, and HOST_OFFLINE: nothing is lost, and the same again ends in one record. */
  'records.submitLeaveMessage': request<{ readonly leaveMessage: LeaveMessage }>()(
    Type.Object({ body: leaveMessages.submitLeaveMessage.body }),
    taxpayer,
  ),
  'records.listLeaveMessages': request<Seen<RecordList<LeaveMessageSummary>>>()(
    Type.Object({ query: leaveMessages.listLeaveMessages.query }),
    taxpayer,
  ),
  'records.getLeaveMessage': request<Seen<{ readonly leaveMessage: LeaveMessage }>>()(
    Type.Object({ params: leaveMessages.getLeaveMessage.params }),
    taxpayer,
  ),
  'records.supplementLeaveMessage': relay(leaveMessages.supplementLeaveMessage, taxpayer),

  'records.appointmentForm': request<Seen<AppointmentForm>>()(Type.Object({}), taxpayer),
  'records.appointmentDraft': request<FormDraft<AppointmentId, AppointmentFields>>()(Type.Object({}), taxpayer),
  'records.saveAppointmentDraft': request<null>()(Type.Object({ id: AppointmentId, fields: AppointmentFields }), taxpayer),
  'records.listSlots': relay(appointments.listSlots, taxpayer),
  'records.awaitSlot': relay(appointments.awaitSlot, taxpayer),
  /** Clears the draft of that id. */
  'records.bookAppointment': request<{ readonly appointment: Appointment }>()(
    Type.Object({ body: appointments.bookAppointment.body }),
    taxpayer,
  ),
  'records.listAppointments': request<Seen<RecordList<AppointmentSummary>>>()(
    Type.Object({ query: appointments.listAppointments.query }),
    taxpayer,
  ),
  'records.getAppointment': request<Seen<{ readonly appointment: Appointment }>>()(
    Type.Object({ params: appointments.getAppointment.params }),
    taxpayer,
  ),
  'records.acceptAppointment': relay(appointments.acceptAppointment, taxpayer),
  'records.declineAppointment': relay(appointments.declineAppointment, taxpayer),
  'records.cancelAppointment': relay(appointments.cancelAppointment, taxpayer),
  'records.rescheduleAppointment': relay(appointments.rescheduleAppointment, taxpayer),
  'records.joinAppointment': relay(appointments.joinAppointment, taxpayer),
}

export const recordEvents = {
  /** One of one's own was submitted or changed at a window of this machine. */
  'records.changed': event<{ readonly page: RecordPage; readonly id: string }>(),
}
