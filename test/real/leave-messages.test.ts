// 留言 and 工单 over HTTP: from the form to the result, as the two windows ask for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { LeaveMessageDraft } from '@zhengna/contract/domain/leave-message-record.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { LeaveMessageId, OfficeId } from '@zhengna/contract/ids.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let author: TestTaxpayer
let agent: TestAgent

beforeAll(async () => {
  server = await startTestServer()
  office = await openOffice(server)
  author = await office.taxpayer()
  agent = await office.agent()
})
afterAll(() => server.remove())

const draft = (change: Partial<LeaveMessageDraft> = {}): LeaveMessageDraft => ({
  id: uuidv7() as LeaveMessageId,
  officeId: office.id as OfficeId,
  type: 'consultation',
  content: '数电票红冲后还能重新开吗',
  resultWay: 'sms',
  phone: '13900000009',
  attachmentIds: [],
  ...change,
})
const submit = (body: LeaveMessageDraft) => callRoute(server.url, routes.submitLeaveMessage, { token: author.token, body })
const ofAgent = (params: object = {}, body?: object) => ({
  token: agent.token,
  params: params as Record<string, string>,
  ...(body && { body }),
})
const told = (text: string) => ({ text, attachmentIds: [] })

it('a fault is told at its field, with what is missing', async () => {
  const reply = await submit(draft({ content: '太短' }))
  expect(reply).toMatchObject({ status: 422, code: 'LEAVE_MESSAGE_INVALID', message: expect.stringContaining('还差 8 个字') as string })
  expect(reply.body).toMatchObject({ error: { detail: { field: 'content' } } })
  expect(await submit(draft({ attachmentIds: [uuidv7()] as never }))).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' })
})

it('a leave-message goes from the form to a work order to its result, which is texted once', async () => {
  const body = draft()
  const [first, again] = await Promise.all([submit(body), submit(body)])
  expect(valueOf(again)).toEqual(valueOf(first))
  const { id: leaveMessageId, number } = valueOf(first).leaveMessage

  const query = { page: 1, pageSize: 20, number, state: 'waiting', type: 'consultation', content: '红冲' }
  const listed = valueOf(await callRoute(server.url, routes.listLeaveMessages, { token: author.token, query }))
  expect([listed.items.map(({ id }) => id), listed.total]).toEqual([[leaveMessageId], 1])
  const inbox = valueOf(await callRoute(server.url, routes.listDeskLeaveMessages, { ...ofAgent(), query: { isMine: false } }))
  expect([inbox.waiting, inbox.items[0]?.taxpayerNumber]).toEqual([1, '000***********0027'])

  const target = { officeId: office.id, assigneeId: agent.account, dueInMinutes: 60, text: '请核实' }
  const converted = valueOf(await callRoute(server.url, routes.convertLeaveMessage, ofAgent({ leaveMessageId }, target)))
  const workOrderId = converted.leaveMessage.order!.id
  const late = { ...ofAgent(), query: { isMine: true, isOverdue: false } }
  expect(valueOf(await callRoute(server.url, routes.listDeskWorkOrders, late))).toMatchObject({ total: 1, counts: { mine: 1, overdue: 0 } })
  valueOf(await callRoute(server.url, routes.askBackAboutWorkOrder, ofAgent({ workOrderId }, told('哪个月的发票？'))))
  const answer = { token: author.token, params: { leaveMessageId }, body: told('十月的。') }
  valueOf(await callRoute(server.url, routes.supplementLeaveMessage, answer))
  valueOf(await callRoute(server.url, routes.finishWorkOrder, ofAgent({ workOrderId }, told('已核实，可以重新开具。'))))

  const seen = valueOf(
    await callRoute(server.url, routes.getLeaveMessage, { token: author.token, params: { leaveMessageId } }),
  ).leaveMessage
  expect([seen.state, seen.steps.map(({ kind }) => kind)]).toEqual([
    'answered',
    ['submit', 'convert', 'take', 'ask-back', 'supplement', 'resolve'],
  ])
  const { notices } = valueOf(await callRoute(server.url, routes.listNotices, { token: author.token }))
  expect(notices.map(({ subject }) => subject)).toEqual(['work-order-result', 'work-order-changed'])
  const { accessToken: token } = await signIn(server.url, 'admin001')
  const texts = valueOf(await callRoute(server.url, routes.listSms, { token })).items
  expect(texts.map(({ phone, text }) => [phone, text.includes(number)])).toEqual([
    ['13900000009', true],
    ['13900000009', true],
  ])
})

it('what was submitted is there after a restart, under the same id', async () => {
  const body = draft({ resultWay: null, phone: null })
  const { number } = valueOf(await submit(body)).leaveMessage
  await server.restart()
  expect(valueOf(await submit(body)).leaveMessage.number).toBe(number)
})
