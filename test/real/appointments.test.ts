// Appointments over the server's own door: the taxpayer books, the agent invites, the talk runs and ends.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { appointmentDraft, appointmentProposal, general } from '../support/appointments.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let taxpayer: TestTaxpayer
let agent: TestAgent
const tuesday = '2031-06-03'

beforeAll(async () => {
  server = await startTestServer({ ZHENGNA_ACCESS_TOKEN_SECONDS: '86400' })
  // The official calendar does not reach so far ahead: Monday to Friday.
  server.clock.advance(momentOf(tuesday, '08:00') - server.clock.now())
})
afterAll(() => server.remove())
beforeEach(async () => {
  server.clock.advance(momentOf(tuesday, '08:00') - server.clock.now())
  office = await openOffice(server)
  taxpayer = await office.taxpayer()
  agent = await office.agent()
})

const startsAt = momentOf(tuesday, '10:00')
const turnTo = (time: string): void => server.clock.advance(momentOf(tuesday, time) - server.clock.now())
const book = async (): Promise<Appointment> =>
  valueOf(await callRoute(server.url, routes.bookAppointment, { token: taxpayer.token, body: appointmentDraft({ startsAt }) })).appointment

describe('appointments over HTTP', () => {
  it('from the form to 已办结', async () => {
    const form = valueOf(await callRoute(server.url, routes.appointmentForm, { token: taxpayer.token }))
    expect(form.services[0]?.name).toBe('综合服务')
    const { days } = valueOf(await callRoute(server.url, routes.listSlots, { token: taxpayer.token, query: { serviceType: general } }))
    expect(days[0]?.slots.map((slot) => slot.startsAt)).toContain(startsAt)
    const { id, number } = await book()
    const params = { appointmentId: id }
    turnTo('10:05')
    valueOf(await callRoute(server.url, routes.inviteToAppointment, { token: agent.token, params }))
    const joined = valueOf(await callRoute(server.url, routes.joinAppointment, { token: taxpayer.token, params })).appointment
    valueOf(
      await callRoute(server.url, routes.endConversation, { token: taxpayer.token, params: { conversationId: joined.conversationId! } }),
    )
    const query = { origin: 'own', number, page: 1, pageSize: 20, interaction: 'done' }
    expect(valueOf(await callRoute(server.url, routes.listAppointments, { token: taxpayer.token, query }))).toMatchObject({
      items: [{ id, state: 'kept', interaction: 'done' }],
      total: 1,
    })
  })

  it('asking for a person in one’s own half hour is answered with the choice', async () => {
    const { id } = await book()
    turnTo('10:05')
    const ask = (how?: string) =>
      callRoute(server.url, routes.handOver, { token: taxpayer.token, body: { reason: 'button', ...(how && { how }) } })
    expect(await ask()).toMatchObject({ status: 409, code: 'APPOINTMENT_IS_NOW' })
    expect(await ask('keep-waiting')).toMatchObject({ status: 200, body: { place: null, conversation: { stage: 'bot' } } })
    expect(await ask('keep-queueing')).toMatchObject({ status: 200, body: { place: { ahead: 0 } } })
    const shown = await callRoute(server.url, routes.getAppointment, { token: taxpayer.token, params: { appointmentId: id } })
    expect(shown.body.appointment.state).toBe('cancelled')
  })

  it('an attachment that was never uploaded is refused, and nothing is booked', async () => {
    const draft = appointmentDraft({ startsAt })
    const body = { ...draft, attachmentIds: [draft.id] }
    expect(await callRoute(server.url, routes.bookAppointment, { token: taxpayer.token, body })).toMatchObject({
      code: 'ATTACHMENT_NOT_FOUND',
    })
    const list = await callRoute(server.url, routes.listAppointments, { token: taxpayer.token, query: { origin: 'own' } })
    expect(list.body.total).toBe(0)
  })

  it('a proposal is accepted by its taxpayer', async () => {
    const proposal = appointmentProposal(taxpayer.account as never, { startsAt })
    const { appointment } = valueOf(await callRoute(server.url, routes.proposeAppointment, { token: agent.token, body: proposal }))
    const params = { appointmentId: appointment.id }
    expect(valueOf(await callRoute(server.url, routes.acceptAppointment, { token: taxpayer.token, params })).appointment).toMatchObject({
      state: 'booked',
      interaction: 'waiting',
    })
  })

  it('an administrator’s day off has no half hours', async () => {
    const { accessToken: token } = await signIn(server.url, 'admin001')
    const params = { day: tuesday }
    const set = (isWorking: boolean | null) =>
      callRoute(server.url, routes.setCalendarDay, { token, params, body: { isWorking, note: '系统检修' } })
    expect((await set(false)).body.day).toMatchObject({ isWorking: false, isOfficial: false, isOverridden: true })
    const { days } = valueOf(await callRoute(server.url, routes.listSlots, { token: taxpayer.token, query: { serviceType: general } }))
    expect(days[0]?.day).toBe('2031-06-04')
    await set(null)
  })
})
