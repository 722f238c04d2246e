// 留言 and 预约 that are there already when a scene begins: asked and answered over the routes, as other windows would.
import { uuidv7 } from 'uuidv7'
import type { AppointmentDraft } from '@zhengna/contract/domain/appointment-record.ts'
import type { LeaveMessageDraft } from '@zhengna/contract/domain/leave-message-record.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { AppointmentId, LeaveMessageId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { callRoute, signIn, type RawReply } from '../../test/support/raw-api.ts'

const general = 'general' as SkillGroupId

function valueOf<T>({ code, body }: RawReply<T>): T {
  if (code) throw new Error(code)
  return body
}

/** Of the days that are offered one, and of its half hours one: the first of either is 0. */
type Place = readonly [day: number, slot: number]

export interface OfficeRecords {
  leave(account: string, message: Pick<LeaveMessageDraft, 'type' | 'content' | 'resultWay'>): Promise<LeaveMessageId>
  /** By 坐席 1001. */
  reply(leaveMessageId: LeaveMessageId, text: string): Promise<void>
  askBack(leaveMessageId: LeaveMessageId, text: string): Promise<void>
  convert(leaveMessageId: LeaveMessageId, text: string): Promise<void>
  book(account: string, place: Place, appointment: Pick<AppointmentDraft, 'way' | 'matter'>): Promise<AppointmentId>
  cancel(account: string, appointmentId: AppointmentId): Promise<void>
  propose(account: string, place: Place, matter: string): Promise<void>
}

export function officeRecords(url: string): OfficeRecords {
  const ofAgent = async () => (await signIn(url, 'zx001')).accessToken
  const desk = (text: string) => ({ text, attachmentIds: [] })
  const slotAt = async (token: string, [day, slot]: Place): Promise<number> => {
    const { days } = valueOf(await callRoute(url, routes.listSlots, { token, query: { serviceType: general } }))
    const chosen = days[day]?.slots[slot]
    if (!chosen) throw new Error('no such half hour')
    return chosen.startsAt
  }
  return {
    async leave(account, message) {
      const { accessToken: token } = await signIn(url, account)
      const { ownOfficeId, phone } = valueOf(await callRoute(url, routes.leaveMessageForm, { token }))
      const id = uuidv7() as LeaveMessageId
      const body = { id, officeId: ownOfficeId, phone: message.resultWay === 'sms' ? phone : null, attachmentIds: [], ...message }
      valueOf(await callRoute(url, routes.submitLeaveMessage, { token, body }))
      return id
    },
    async reply(leaveMessageId, text) {
      const token = await ofAgent()
      valueOf(await callRoute(url, routes.replyToLeaveMessage, { token, params: { leaveMessageId }, body: desk(text) }))
    },
    async askBack(leaveMessageId, text) {
      const token = await ofAgent()
      valueOf(await callRoute(url, routes.askBackAboutLeaveMessage, { token, params: { leaveMessageId }, body: desk(text) }))
    },
    async convert(leaveMessageId, text) {
      const { accessToken: token, person } = await signIn(url, 'zx001')
      const body = { officeId: person.officeId, assigneeId: null, dueInMinutes: 390, text }
      valueOf(await callRoute(url, routes.convertLeaveMessage, { token, params: { leaveMessageId }, body }))
    },
    async book(account, place, appointment) {
      const { accessToken: token } = await signIn(url, account)
      const { phone } = valueOf(await callRoute(url, routes.appointmentForm, { token }))
      const id = uuidv7() as AppointmentId
      const body = {
        id,
        serviceType: general,
        startsAt: await slotAt(token, place),
        phone: appointment.way === 'phone' ? phone : null,
        attachmentIds: [],
        ...appointment,
      }
      valueOf(await callRoute(url, routes.bookAppointment, { token, body }))
      return id
    },
    async cancel(account, appointmentId) {
      const { accessToken: token } = await signIn(url, account)
      valueOf(await callRoute(url, routes.cancelAppointment, { token, params: { appointmentId } }))
    },
    async propose(account, place, matter) {
      const taxpayerId: PersonId = (await signIn(url, account)).person.id
      const token = await ofAgent()
      const startsAt = await slotAt(token, place)
      const body = { id: uuidv7(), taxpayerId, serviceType: general, way: 'online', startsAt, matter }
      valueOf(await callRoute(url, routes.proposeAppointment, { token, body }))
    },
  }
}
