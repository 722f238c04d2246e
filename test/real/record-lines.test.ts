// A change of a 留言, a 预约 or a 工单 over real sockets: whom it reaches at once, and whom it does not.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { LeaveMessageId, OfficeId, WorkOrderId } from '@zhengna/contract/ids.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { Reply } from '@zhengna/contract/http/route.ts'
import { appointmentDraft, general } from '../support/appointments.ts'
import { openTestHost } from '../support/host.ts'
import { leaveMessageDraft } from '../support/leave-messages.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { accountOf, callRoute, signIn } from '../support/raw-api.ts'
import type { FrameOf, RawLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let taxpayer: TestTaxpayer
let agent: TestAgent
const tuesday = '2031-06-03'

beforeAll(async () => {
  server = await startTestServer({ ZHENGNA_ACCESS_TOKEN_SECONDS: '86400' })
  server.clock.advance(momentOf(tuesday, '07:30') - server.clock.now())
})
afterAll(() => server.remove())
beforeEach(async () => {
  office = await openOffice(server)
  taxpayer = await office.taxpayer()
  agent = await office.agent()
})

const submit = async (officeId = office.id): Promise<LeaveMessageId> =>
  valueOf(
    await callRoute(server.url, routes.submitLeaveMessage, {
      token: taxpayer.token,
      body: leaveMessageDraft({ officeId: officeId as OfficeId }),
    }),
  ).leaveMessage.id
const heard = (line: RawLine, page: RecordPage, id: string): Promise<FrameOf<'record'>> =>
  line.frame('record', (frame) => frame.page === page && frame.id === id)
/** What came after the last word that is sure to come: nothing overtakes it on a line. */
async function recordsOf(line: RawLine, who: TestAgent): Promise<FrameOf<'record'>[]> {
  const before = line.frames.length
  await who.present('resting')
  await line.frame('presence', (frame) => frame.presence === 'resting' && line.frames.indexOf(frame) >= before)
  return line.frames.filter((frame): frame is FrameOf<'record'> => frame.type === 'record')
}

describe('a 留言', () => {
  it('reaches its author and the agents of its office at every change, and nobody else', async () => {
    const elsewhere = await (await openOffice(server)).agent()
    const neighbour = await office.taxpayer()
    const [own, desk, foreign, next] = await Promise.all([taxpayer.line(), agent.line(), elsewhere.line(), neighbour.line()])
    const id = await submit()
    await heard(desk, 'leave-message', id)
    await heard(own, 'leave-message', id)
    const before = own.frames.length
    valueOf(await callRoute(server.url, routes.takeLeaveMessage, { token: agent.token, params: { leaveMessageId: id } }))
    await own.frame('record', (frame) => own.frames.indexOf(frame) >= before)
    expect(await recordsOf(foreign, elsewhere)).toEqual([])
    // A notice of their own would be the last word to a taxpayer; the neighbour's line is asked after the agents' are done.
    expect(next.frames.filter(({ type }) => type === 'record')).toEqual([])
  })

  it('says that something changed and nothing of what was written', async () => {
    const desk = await agent.line()
    const id = await submit()
    expect(await heard(desk, 'leave-message', id)).toEqual({ type: 'record', page: 'leave-message', id, news: null })
  })

  it('moved to another office, both offices hear of it', async () => {
    const other = await openOffice(server)
    const theirs = await (await other.agent()).line()
    const ours = await agent.line()
    const id = await submit()
    await heard(ours, 'leave-message', id)
    const before = ours.frames.length
    const params = { leaveMessageId: id }
    const body = { officeId: other.id as OfficeId, text: '属于贵局管辖' }
    valueOf(await callRoute(server.url, routes.moveLeaveMessage, { token: agent.token, params, body }))
    await heard(theirs, 'leave-message', id)
    await ours.frame('record', (frame) => ours.frames.indexOf(frame) >= before)
  })
})

it('a 预约 and a 工单 reach their taxpayer and the office', async () => {
  const [own, desk] = await Promise.all([taxpayer.line(), agent.line()])
  const startsAt = momentOf(tuesday, '10:00')
  const body = appointmentDraft({ startsAt })
  const { appointment } = valueOf(await callRoute(server.url, routes.bookAppointment, { token: taxpayer.token, body }))
  for (const line of [own, desk]) await heard(line, 'appointment', appointment.id)
  const leaveMessageId = await submit()
  const order = { officeId: office.id as OfficeId, assigneeId: null, dueInMinutes: 60, text: '请核实' }
  valueOf(await callRoute(server.url, routes.convertLeaveMessage, { token: agent.token, params: { leaveMessageId }, body: order }))
  for (const line of [own, desk]) await line.frame('record', ({ page }) => page === 'work-order')
})

it('a window hears of its 工单, keeps what is written under it until it was taken, and shows it with no line', async () => {
  const host = await openTestHost('taxpayer', server.url)
  try {
    await host.signIn(taxpayer.account)
    await host.online()
    await host.heard('records.missed', () => true)
    const leaveMessageId = await submit()
    const body = { officeId: office.id as OfficeId, assigneeId: null, dueInMinutes: 60, text: '请核实' }
    valueOf(await callRoute(server.url, routes.convertLeaveMessage, { token: agent.token, params: { leaveMessageId }, body }))
    const { id } = await host.heard('records.changed', ({ page }) => page === 'work-order')
    const params = { workOrderId: id as WorkOrderId }
    const asAgent = { token: agent.token, params }
    valueOf(await callRoute(server.url, routes.takeWorkOrder, asAgent))
    valueOf(await callRoute(server.url, routes.askBackAboutWorkOrder, { ...asAgent, body: { text: '请上传完税凭证', attachmentIds: [] } }))
    const written = { page: 'work-order', recordId: id } as const
    await host.ask('records.saveSupplementDraft', { ...written, text: '凭证号' })
    await host.reopen()
    await host.online()
    expect(await host.ask('records.supplementDraft', written)).toEqual({ text: '凭证号' })
    const supplement = { text: '凭证号是一二三四', attachmentIds: [] }
    expect((await host.ask('records.supplementWorkOrder', { params, body: supplement })).workOrder.state).toBe('in-hand')
    expect(await host.ask('records.supplementDraft', written)).toEqual({ text: '' })
    await host.ask('records.listWorkOrders', { query: {} })
    await server.stop()
    expect(await host.ask('records.listWorkOrders', { query: { state: 'in-hand' } })).toMatchObject({ total: 1, isFromCache: true })
    expect(await host.ask('records.listWorkOrders', { query: { title: '没有这个' } })).toMatchObject({ total: 0 })
    expect(await host.ask('records.getWorkOrder', { params })).toMatchObject({ workOrder: { id }, isFromCache: true })
    await server.restart()
  } finally {
    await host.remove()
  }
})

describe('the numbers beside the desks', () => {
  const counts = async ({ token }: { token: string }): Promise<Reply<typeof routes.countDeskWork>['counts']> =>
    valueOf(await callRoute(server.url, routes.countDeskWork, { token })).counts

  it('are of one’s own office, and go down with what is done', async () => {
    const id = await submit()
    valueOf(
      await callRoute(server.url, routes.bookAppointment, {
        token: taxpayer.token,
        body: appointmentDraft({ startsAt: momentOf(tuesday, '11:00') }),
      }),
    )
    expect(await counts(agent)).toEqual({ leaveMessages: 1, workOrders: 0, appointments: 1 })
    expect(await counts(await (await openOffice(server)).agent())).toEqual({ leaveMessages: 0, workOrders: 0, appointments: 0 })
    valueOf(await callRoute(server.url, routes.takeLeaveMessage, { token: agent.token, params: { leaveMessageId: id } }))
    expect(await counts(agent)).toMatchObject({ leaveMessages: 0 })
  })
})

it('what an administrator sets of the service hours is what taxpayers are offered, at once', async () => {
  const { accessToken: token } = await signIn(server.url, accountOf.admin)
  const slots = async (): Promise<number> => {
    const { days } = valueOf(await callRoute(server.url, routes.listSlots, { token: taxpayer.token, query: { serviceType: general } }))
    return days.find(({ day }) => day === tuesday)?.slots.length ?? 0
  }
  expect(await slots()).toBe(13)
  const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '11:00' }])
  const set = (body: object) => callRoute(server.url, routes.setOfficeHours, { token, params: { officeId: office.id }, body: body })
  valueOf(await set({ week }))
  expect(await slots()).toBe(4)
  valueOf(
    await callRoute(server.url, routes.bookAppointment, {
      token: taxpayer.token,
      body: appointmentDraft({ startsAt: momentOf(tuesday, '10:30') }),
    }),
  )
  const shorter = { week: week.map(() => [{ from: '09:00', to: '10:00' }]) }
  expect(await set(shorter)).toMatchObject({ status: 409, code: 'CALENDAR_BOOKED' })
  valueOf(await set({ ...shorter, acceptedBookings: 1 }))
  expect(await slots()).toBe(2)
})
