// 预约: the taxpayer's own, and the office's calendar.
import { Type } from 'typebox'
import { AppointmentOrigin, AppointmentState, AppointmentWay, InteractionState } from '../domain/appointment.ts'
import {
  Appointment,
  AppointmentDraft,
  AppointmentForm,
  AppointmentProposal,
  AppointmentSummary,
  DeskAppointment,
  DeskAppointmentSummary,
  SlotDay,
  SlotLoad,
} from '../domain/appointment-record.ts'
import { Day } from '../domain/day.ts'
import { AppointmentId, SkillGroupId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ appointmentId: AppointmentId })
const reply = Type.Object({ appointment: Appointment })

export const appointmentForm = defineRoute({
  method: 'GET',
  path: '/api/appointments/form',
  access: ['taxpayer'],
  tag: 'appointments',
  summary: 'What the form offers: services, one’s own office, one’s own telephone.',
  reply: AppointmentForm,
})

export const listSlots = defineRoute({
  method: 'GET',
  path: '/api/appointments/slots',
  access: ['taxpayer', 'agent', 'supervisor'],
  tag: 'appointments',
  summary: 'The half hours of the next working days at one’s own office, and how many places each has left.',
  query: Type.Object({ serviceType: SkillGroupId }),
  reply: Type.Object({ days: Type.Array(SlotDay) }),
})

export const bookAppointment = defineRoute({
  method: 'POST',
  path: '/api/appointments',
  access: ['taxpayer'],
  tag: 'appointments',
  summary:
    'Books a half hour; the same id again gives the first result. Errors: APPOINTMENT_INVALID (`field`), SLOT_TAKEN, ATTACHMENT_NOT_UPLOADED, MESSAGE_BLOCKED.',
  body: AppointmentDraft,
  reply,
})

export const listAppointments = defineRoute({
  method: 'GET',
  path: '/api/appointments',
  access: ['taxpayer'],
  tag: 'appointments',
  summary: '我的预约 of one origin, the latest 预约时间 first.',
  query: Type.Object({
    ...paging,
    origin: AppointmentOrigin,
    /** 预约编号: whole and exact. */
    number: Type.Optional(Type.String({ maxLength: 32 })),
    /** 预约时间起/止. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    serviceType: Type.Optional(SkillGroupId),
    way: Type.Optional(AppointmentWay),
    /** In part. */
    matter: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(AppointmentState),
    interaction: Type.Optional(InteractionState),
  }),
  reply: pageOf(AppointmentSummary),
})

export const getAppointment = defineRoute({
  method: 'GET',
  path: '/api/appointments/:appointmentId',
  access: ['taxpayer'],
  tag: 'appointments',
  summary: 'One’s own appointment with all that happened. Errors: APPOINTMENT_NOT_FOUND.',
  params,
  reply,
})

const own = (what: string, summary: string) =>
  ({
    method: 'POST',
    path: `/api/appointments/:appointmentId/${what}` as const,
    access: ['taxpayer'],
    tag: 'appointments',
    summary: `${summary} Errors: APPOINTMENT_NOT_FOUND, APPOINTMENT_STATE_WRONG.`,
    params,
    reply,
  }) as const

export const acceptAppointment = defineRoute(own('accept', '接受预约.'))
export const declineAppointment = defineRoute({
  ...own('decline', '拒绝预约, with the reason.'),
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: limits.declineReasonMaxLength }) }),
})
export const cancelAppointment = defineRoute(own('cancel', '取消预约.'))
export const rescheduleAppointment = defineRoute({
  ...own('reschedule', 'To another half hour in one step: the old one is kept where the new one is full (SLOT_TAKEN).'),
  body: Type.Object({ startsAt: Type.Integer() }),
})
export const joinAppointment = defineRoute(own('join', 'Accepts the agent’s invitation: the talk begins.'))

export const awaitSlot = defineRoute({
  method: 'PUT',
  path: '/api/appointments/slots/awaited',
  access: ['taxpayer'],
  tag: 'appointments',
  summary: 'To be told when a full half hour becomes free; `isAwaited` false: no longer. Errors: APPOINTMENT_INVALID.',
  body: Type.Object({ serviceType: SkillGroupId, startsAt: Type.Integer(), isAwaited: Type.Boolean() }),
  reply: Type.Object({ isAwaited: Type.Boolean() }),
})

const desk = ['agent', 'supervisor'] as const

export const listDeskAppointments = defineRoute({
  method: 'GET',
  path: '/api/desk/appointments',
  access: desk,
  tag: 'appointments',
  summary: 'The office’s appointments from one day to another, at most 31 days, by time; and how full its half hours are.',
  query: Type.Object({ from: Day, to: Day, serviceType: Type.Optional(SkillGroupId), state: Type.Optional(AppointmentState) }),
  reply: Type.Object({ appointments: Type.Array(DeskAppointmentSummary), load: Type.Array(SlotLoad) }),
})

export const getDeskAppointment = defineRoute({
  method: 'GET',
  path: '/api/desk/appointments/:appointmentId',
  access: desk,
  tag: 'appointments',
  summary: 'One of the office’s. Errors: APPOINTMENT_NOT_FOUND.',
  params,
  reply: Type.Object({ appointment: DeskAppointment }),
})

export const proposeAppointment = defineRoute({
  method: 'POST',
  path: '/api/desk/appointments',
  access: desk,
  tag: 'appointments',
  summary: '税局邀请: proposes a half hour to a taxpayer of the office. Errors: APPOINTMENT_INVALID (`field`), SLOT_TAKEN.',
  body: AppointmentProposal,
  reply: Type.Object({ appointment: DeskAppointment }),
})

const officers = (what: string, summary: string) =>
  ({
    method: 'POST',
    path: `/api/desk/appointments/:appointmentId/${what}` as const,
    access: ['agent'],
    tag: 'appointments',
    summary: `${summary} Errors: APPOINTMENT_NOT_FOUND, APPOINTMENT_STATE_WRONG.`,
    params,
    reply: Type.Object({ appointment: DeskAppointment }),
  }) as const

export const inviteToAppointment = defineRoute(
  officers('invite', '发起互动, within the half hour; by phone: the agent dials. Errors besides: APPOINTMENT_NOT_NOW.'),
)
export const answeredAppointment = defineRoute(officers('answered', 'By phone: the taxpayer answered.'))
export const finishAppointment = defineRoute(officers('finish', 'By phone: the talk is over. Online it is with the conversation.'))
