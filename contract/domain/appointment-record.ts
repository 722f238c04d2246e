// An appointment as it is booked, proposed, listed and shown, on either side.
import { Type, type Static } from 'typebox'
import { AppointmentId, AttachmentId, ConversationId, OfficeId, PersonId, SkillGroupId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Attachment } from './attachment.ts'
import {
  appointmentEvents,
  AppointmentOrigin,
  AppointmentState,
  AppointmentWay,
  InteractionState,
  type AppointmentEvent,
} from './appointment.ts'
import { Day } from './day.ts'
import { Person } from './person.ts'

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
const matter = Type.String({ maxLength: limits.appointmentMatterMaxLength })

export const AppointmentForm = Type.Object({
  /** 预约服务类型, the default first. */
  services: Type.Array(Type.Object({ id: SkillGroupId, name: Type.String() })),
  /** 预约服务单位. */
  officeName: Type.String(),
  phone: nullable(Type.String()),
})
export type AppointmentForm = Static<typeof AppointmentForm>

/** A half hour that can be booked, or is full (`left` 0). */
export const Slot = Type.Object({
  startsAt: Type.Integer(),
  left: Type.Integer({ minimum: 0 }),
  /** The asker waits for it to become free. */
  isAwaited: Type.Boolean(),
})
export type Slot = Static<typeof Slot>
/** Working days alone. */
export const SlotDay = Type.Object({ day: Day, slots: Type.Array(Slot) })
export type SlotDay = Static<typeof SlotDay>

/** `phone`: null where the way is online. */
export const AppointmentDraft = Type.Object({
  id: AppointmentId,
  serviceType: SkillGroupId,
  way: AppointmentWay,
  startsAt: Type.Integer(),
  matter,
  phone: nullable(Type.String({ maxLength: 32 })),
  attachmentIds: Type.Array(AttachmentId, { maxItems: limits.attachmentsMax }),
  /** One’s place in the queue is given up with the booking, and kept where there is none. */
  leavesQueue: Type.Optional(Type.Boolean()),
})
export type AppointmentDraft = Static<typeof AppointmentDraft>

export const AppointmentProposal = Type.Object({
  id: AppointmentId,
  taxpayerId: PersonId,
  serviceType: SkillGroupId,
  way: AppointmentWay,
  startsAt: Type.Integer(),
  matter,
})
export type AppointmentProposal = Static<typeof AppointmentProposal>

const summary = {
  id: AppointmentId,
  /** 预约编号. */
  number: Type.String(),
  origin: AppointmentOrigin,
  serviceType: SkillGroupId,
  serviceName: Type.String(),
  way: AppointmentWay,
  officeName: Type.String(),
  startsAt: Type.Integer(),
  matter: Type.String(),
  state: AppointmentState,
  interaction: nullable(InteractionState),
  createdAt: Type.Integer(),
  changedAt: Type.Integer(),
}
export const AppointmentSummary = Type.Object(summary)
export type AppointmentSummary = Static<typeof AppointmentSummary>

/** `propose`: by an agent; `book`: by the taxpayer. */
export const appointmentStepKinds = ['book', 'propose', ...appointmentEvents] as const
export type AppointmentStepKind = 'book' | 'propose' | AppointmentEvent
export const AppointmentStep = Type.Object({
  at: Type.Integer(),
  kind: Type.Unsafe<AppointmentStepKind>(Type.Union(appointmentStepKinds.map((kind) => Type.Literal(kind)))),
  agentNumber: nullable(Type.String()),
  /** Why, where somebody said so. */
  text: Type.String(),
})
export type AppointmentStep = Static<typeof AppointmentStep>

const whole = {
  ...summary,
  phone: nullable(Type.String()),
  attachments: Type.Array(Attachment),
  /** 坐席 1001 号, who proposed it or invites. */
  agentNumber: nullable(Type.String()),
  /** Of the talk it became. */
  conversationId: nullable(ConversationId),
  steps: Type.Array(AppointmentStep),
}
export const Appointment = Type.Object(whole)
export type Appointment = Static<typeof Appointment>

/** As officers see it: the taxpayer's number masked; the telephone whole where it is to be called. */
export const DeskAppointmentSummary = Type.Object({ ...summary, taxpayerName: Type.String(), taxpayerNumber: Type.String() })
export type DeskAppointmentSummary = Static<typeof DeskAppointmentSummary>
export const DeskAppointment = Type.Object({ ...whole, officeId: OfficeId, taxpayer: Person })
export type DeskAppointment = Static<typeof DeskAppointment>

/** How full a half hour of a service is. */
export const SlotLoad = Type.Object({
  startsAt: Type.Integer(),
  serviceType: SkillGroupId,
  taken: Type.Integer({ minimum: 0 }),
  capacity: Type.Integer({ minimum: 0 }),
})
export type SlotLoad = Static<typeof SlotLoad>
