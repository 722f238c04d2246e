// 工单: of a leave-message or a conversation, from desk to desk, to its result.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { DeskWorkOrder, WorkOrderDraft } from '@zhengna/contract/domain/work-order-record.ts'
import type { ConversationId, LeaveMessageId, OfficeId, WorkOrderId } from '@zhengna/contract/ids.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'
import { insertWord } from '../../../../test/support/guard.ts'
import { openLeaveMessageStand, type LeaveMessageStand } from '../../../../test/support/leave-messages.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { mayReadLeaveMessageFiles } from '../leave-messages/index.ts'
import { mayReadWorkOrderFiles } from './index.ts'

let stand: LeaveMessageStand
let office: OfficeId
let author: Caller
let agent: Caller
let colleague: Caller
let id: LeaveMessageId
const say = (text: string) => ({ text, attachmentIds: [] })
const desk = () => stand.orders.desk
/** A Friday. */
const morning = '2026-11-27T10:00:00+08:00'
const turnTo = (moment: string): void => stand.clock.advance(Date.parse(moment) - stand.clock.now())
const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error as { failure: { detail: unknown } }).failure.detail,
  )

beforeEach(async () => {
  stand = await openLeaveMessageStand()
  turnTo(morning)
  office = await stand.office()
  author = await stand.taxpayer(office)
  agent = await stand.agent(office)
  colleague = await stand.agent(office)
  ;({ id } = await stand.submitted(author))
})
afterEach(() => stand.close())

/** Of the leave-message, on nobody's desk unless told otherwise. */
async function converted(change: Partial<Parameters<typeof stand.orders.opening.convert>[2]> = {}): Promise<DeskWorkOrder> {
  await stand.orders.opening.convert(agent, id, { officeId: office, assigneeId: null, dueInMinutes: 60, text: '请核实开票情况', ...change })
  const { order } = await stand.own.get(author, id)
  const { officeId = office } = change
  return desk().get(officeId === office ? agent : await stand.agent(officeId), order!.id)
}

describe('converting', () => {
  it('makes an order with a number, due after so much working time, and the leave-message says whose desk it is on', async () => {
    // Two hours before noon, an hour and a half in the afternoon of Monday: Friday has 5 hours left.
    const order = await converted({ dueInMinutes: 6 * 60 })
    expect(order).toMatchObject({
      number: 'GD202611270001',
      title: '数电票红冲后还能重新开吗',
      text: '请核实开票情况',
      state: 'open',
      assigneeNumber: null,
      leaveMessageId: id,
      leaveMessage: { content: '数电票红冲后还能重新开吗' },
    })
    expect(Math.round(((order.dueAt ?? 0) - Date.parse('2026-11-30T09:30:00+08:00')) / 60_000)).toBe(0)
    const seen = await stand.own.get(author, id)
    expect(seen).toMatchObject({ state: 'with-order', order: { number: order.number, officeName: `税务局 ${office}`, dueAt: order.dueAt } })
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'convert', text: `转由税务局 ${office}办理` })
    expect(JSON.stringify(seen)).not.toContain('请核实')
    expect((await stand.leaveMessageDesk.get(agent, id)).steps.at(-1)!.text).toContain('请核实开票情况')
  })

  it('twice at once makes one order, and loses no number', async () => {
    const target = { officeId: office, assigneeId: null, dueInMinutes: 60, text: '请核实' }
    const codes = await Promise.all([agent, colleague].map((one) => codeOf(stand.orders.opening.convert(one, id, target))))
    expect(codes.toSorted()).toEqual(['LEAVE_MESSAGE_STATE_WRONG', null])
    const other = await stand.submitted(author)
    await stand.orders.opening.convert(agent, other.id, target)
    expect((await stand.orders.own.list(author, {})).items.map(({ number }) => number)).toEqual(['GD202611270002', 'GD202611270001'])
  })

  it.each<[string, object, string]>([
    ['an office that does not exist', { officeId: 'none' }, 'officeId'],
    ['an assignee of another office', { assigneeId: 'zx001' }, 'assigneeId'],
    ['an assignee who is no officer', { assigneeId: 'nsr001', officeId: 'demo-office-1' }, 'assigneeId'],
    ['nothing to do', { text: ' ' }, 'text'],
  ])('%s is told at its field, and the leave-message stays as it was', async (_, change, field) => {
    expect(await faultOf(converted(change))).toMatchObject({ field })
    expect((await stand.own.get(author, id)).state).toBe('waiting')
  })

  it('what a colleague has in hand is not possible, nor another office’s', async () => {
    await stand.leaveMessageDesk.take(colleague, id)
    expect(await codeOf(converted())).toBe('LEAVE_MESSAGE_STATE_WRONG')
    const target = { officeId: office, assigneeId: null, dueInMinutes: 60, text: '请核实' }
    expect(await codeOf(stand.orders.opening.convert(await stand.agent(), id, target))).toBe('LEAVE_MESSAGE_NOT_FOUND')
  })

  it('for somebody puts it into their hands; for another office the author is told', async () => {
    const other = await stand.office()
    const theirs = await stand.agent(other)
    expect(await converted({ officeId: other, assigneeId: theirs.personId })).toMatchObject({
      state: 'in-hand',
      assigneeId: theirs.personId,
    })
    expect(await stand.noticesOf(author)).toMatchObject([{ subject: 'work-order-changed', link: { page: 'leave-message', id } }])
    // The leave-message is still the first office's, and shows whose desk its order is on.
    expect((await stand.leaveMessageDesk.get(agent, id)).order).toMatchObject({ officeName: `税务局 ${other}` })
  })
})

describe('of a conversation', () => {
  let draft: WorkOrderDraft
  beforeEach(async () => {
    await stand.queue.join(author, 'button')
    const { id: conversationId } = await stand.queue.take(agent, null)
    draft = {
      id: uuidv7() as WorkOrderId,
      conversationId,
      title: '核实 10 月份\n发票',
      text: '请核实',
      officeId: office,
      assigneeId: null,
      dueInMinutes: 60,
    }
  })
  it('is its taxpayer’s, who finds it among their own', async () => {
    const order = await stand.orders.opening.open(agent, draft)
    expect(order).toMatchObject({ title: '核实 10 月份 发票', conversationId: draft.conversationId, leaveMessage: null })
    expect((await stand.orders.own.list(author, { title: '发票' })).items).toMatchObject([{ id: order.id }])
    const seen = await stand.orders.own.get(author, order.id)
    expect(seen.steps.map(({ kind }) => kind)).toEqual(['open'])
    expect(JSON.stringify(seen)).not.toContain('请核实')
  })
  it('the same id again is the first order; somebody else’s id is refused', async () => {
    const first = await stand.orders.opening.open(agent, draft)
    expect(await stand.orders.opening.open(agent, { ...draft, title: '另一个题目' })).toEqual(first)
    const supervisor = await stand.supervisor(office)
    expect(await codeOf(stand.orders.opening.open(supervisor, draft))).toBe('WORK_ORDER_NOT_FOUND')
  })
  it('that the agent does not serve is not found', async () => {
    expect(await codeOf(stand.orders.opening.open(colleague, draft))).toBe('CONVERSATION_NOT_FOUND')
    const unknown = { ...draft, conversationId: uuidv7() as ConversationId }
    expect(await codeOf(stand.orders.opening.open(agent, unknown))).toBe('CONVERSATION_NOT_FOUND')
  })
  it('finished, its taxpayer is led to the order', async () => {
    const order = await stand.orders.opening.open(agent, { ...draft, assigneeId: agent.personId })
    await desk().finish(agent, order.id, say('已核实，可以开具。'))
    expect(await stand.noticesOf(author)).toMatchObject([{ subject: 'work-order-result', link: { page: 'work-order', id: order.id } }])
  })
  it('a title that may not be said is refused at its field', async () => {
    await insertWord(stand, '弄死你', { category: 'threat' })
    expect(await faultOf(stand.orders.opening.open(agent, { ...draft, title: '弄死你' }))).toMatchObject({ field: 'title' })
  })
})

describe('another office’s', () => {
  it.each<[string, (caller: Caller, order: WorkOrderId) => Promise<unknown>]>([
    ['is not read', (caller, order) => desk().get(caller, order)],
    ['is not taken', (caller, order) => desk().take(caller, order)],
    ['is not assigned', (caller, order) => desk().assign(caller, order, caller.personId)],
    ['is not transferred', (caller, order) => desk().transfer(caller, order, office, '原因')],
    ['is not asked back about', (caller, order) => desk().askBack(caller, order, say('？'))],
    ['takes no note', (caller, order) => desk().note(caller, order, '记')],
    ['is not finished', (caller, order) => desk().finish(caller, order, say('好'))],
  ])('%s: it does not exist', async (_, work) => {
    const order = await converted()
    expect(await codeOf(work(await stand.agent(), order.id))).toBe('WORK_ORDER_NOT_FOUND')
    expect((await desk().get(agent, order.id)).steps).toEqual(order.steps)
  })
  it('is in no list and no count of theirs; a stranger’s is not one’s own', async () => {
    const order = await converted()
    const { items, total, counts } = await desk().list(await stand.agent(await stand.office()), {})
    expect([items, total, counts.open]).toEqual([[], 0, 0])
    const stranger = await stand.taxpayer(office)
    expect(await codeOf(stand.orders.own.get(stranger, order.id))).toBe('WORK_ORDER_NOT_FOUND')
    expect(await codeOf(stand.orders.own.supplement(stranger, order.id, say('补充')))).toBe('WORK_ORDER_NOT_FOUND')
    expect((await stand.orders.own.list(stranger, {})).total).toBe(0)
  })
})

describe('on the desk', () => {
  it('two who take it at once: one has it, the other reads how it stands', async () => {
    const order = await converted()
    const said = await Promise.all([agent, colleague].map((one) => sentenceOf(desk().take(one, order.id))))
    const { assigneeNumber } = await desk().get(agent, order.id)
    expect(said.toSorted()).toEqual(['', `该工单现为“处理中，由坐席 ${assigneeNumber} 号处理”，不能进行此操作。`])
  })
  it('a colleague’s is theirs, a supervisor may step in', async () => {
    const order = await converted({ assigneeId: agent.personId })
    for (const work of [
      desk().finish(colleague, order.id, say('好')),
      desk().askBack(colleague, order.id, say('？')),
      desk().assign(colleague, order.id, colleague.personId),
    ])
      expect(await sentenceOf(work)).toBe(`该工单现为“处理中，由坐席 ${order.assigneeNumber} 号处理”，不能进行此操作。`)
    const given = await desk().assign(await stand.supervisor(office), order.id, colleague.personId)
    expect(given).toMatchObject({ assigneeId: colleague.personId, state: 'in-hand' })
    expect(given.steps.at(-1)).toMatchObject({ kind: 'assign', text: expect.stringMatching(/^由坐席 .+ 号指派$/) as string })
  })
  it('may be given to officers of the office alone', async () => {
    const order = await converted()
    expect(await faultOf(desk().assign(agent, order.id, (await stand.agent()).personId))).toMatchObject({ field: 'assigneeId' })
  })
  it('is not finished before somebody has it, nor twice', async () => {
    const order = await converted()
    expect(await sentenceOf(desk().finish(agent, order.id, say('好')))).toBe('该工单现为“待处理”，不能进行此操作。')
    await desk().take(agent, order.id)
    const said = await Promise.all([1, 2].map(() => sentenceOf(desk().finish(agent, order.id, say('已核实。')))))
    expect(said.toSorted()).toEqual(['', '该工单现为“已办结”，不能进行此操作。'])
    expect((await stand.noticesOf(author)).filter(({ subject }) => subject === 'work-order-result')).toHaveLength(1)
  })
})

describe('transferred', () => {
  it('it is the other office’s, due when it was, and its taxpayer reads where it went but not why', async () => {
    const other = await stand.office()
    const order = await converted({ assigneeId: agent.personId, dueInMinutes: 300 })
    await desk().transfer(agent, order.id, other, '不归本局管')
    expect(await codeOf(desk().get(agent, order.id))).toBe('WORK_ORDER_NOT_FOUND')
    const theirs = await desk().get(await stand.agent(other), order.id)
    expect(theirs).toMatchObject({ state: 'open', assigneeNumber: null, dueAt: order.dueAt, officeId: other })
    expect(theirs.steps.at(-1)!.text).toBe(`转至税务局 ${other}：不归本局管`)
    const seen = await stand.own.get(author, id)
    expect(seen).toMatchObject({ state: 'with-order', order: { officeName: `税务局 ${other}`, assigneeNumber: null, state: 'open' } })
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'move', text: `转至税务局 ${other}` })
    expect(await stand.noticesOf(author)).toMatchObject([
      { kind: 'info', subject: 'work-order-changed', text: `现由税务局 ${other}办理。` },
    ])
  })
  it('it needs a reason and another office', async () => {
    const order = await converted()
    expect(await faultOf(desk().transfer(agent, order.id, await stand.office(), ' '))).toMatchObject({ field: 'text' })
    expect(await faultOf(desk().transfer(agent, order.id, office, '原因'))).toMatchObject({ field: 'officeId' })
    expect(await faultOf(desk().transfer(agent, order.id, 'none' as OfficeId, '原因'))).toMatchObject({ field: 'officeId' })
  })
})

describe('asking back', () => {
  it('is a to-do; the answer may be given where the leave-message is', async () => {
    const order = await converted({ assigneeId: agent.personId })
    await desk().askBack(agent, order.id, say('请提供发票号码。'))
    expect(await stand.noticesOf(author)).toMatchObject([
      { kind: 'todo', subject: 'work-order-changed', link: { page: 'leave-message', id } },
    ])
    expect((await stand.own.get(author, id)).order).toMatchObject({ state: 'asked' })
    const file = stand.files.add(author, '发票.pdf')
    const seen = await stand.own.supplement(author, id, { text: '号码 12345。', attachmentIds: [file] })
    expect(seen).toMatchObject({ state: 'with-order', order: { state: 'in-hand' } })
    expect(seen.steps.map(({ kind }) => kind)).toEqual(['submit', 'convert', 'take', 'ask-back', 'supplement'])
    expect(seen.steps.at(-1)).toMatchObject({ text: '号码 12345。', attachments: [{ name: '发票.pdf' }] })
    expect((await desk().get(agent, order.id)).steps.at(-1)).toMatchObject({ kind: 'supplement', attachments: [{ name: '发票.pdf' }] })
  })
  it('or where the order is, once', async () => {
    const order = await converted({ assigneeId: agent.personId })
    await desk().askBack(agent, order.id, say('请提供发票号码。'))
    expect(await stand.orders.own.supplement(author, order.id, say('号码 12345。'))).toMatchObject({ state: 'in-hand' })
    expect(await sentenceOf(stand.own.supplement(author, id, say('再说一次')))).toBe('该留言现为“已转工单”，不能进行此操作。')
    expect(await sentenceOf(stand.orders.own.supplement(author, order.id, say('再说一次')))).toBe('该工单现为“处理中”，不能进行此操作。')
  })
})

describe('finished', () => {
  it('the leave-message is answered with the result and its files, told by notice and, where chosen, by text', async () => {
    ;({ id } = await stand.submitted(author, { resultWay: 'sms', phone: '13900000009' }))
    const order = await converted({ assigneeId: agent.personId })
    const file = stand.files.add(agent, '核实结果.pdf')
    expect(await desk().finish(agent, order.id, { text: '已核实，可以重新开具。', attachmentIds: [file] })).toMatchObject({
      state: 'done',
      result: '已核实，可以重新开具。',
    })
    const seen = await stand.own.get(author, id)
    expect(seen).toMatchObject({ state: 'answered', order: { state: 'done' } })
    expect(seen.steps.filter(({ kind }) => kind === 'resolve')).toMatchObject([
      { text: '已核实，可以重新开具。', attachments: [{ name: '核实结果.pdf' }] },
    ])
    expect(await stand.noticesOf(author)).toMatchObject([
      { kind: 'info', subject: 'work-order-result', link: { page: 'leave-message', id } },
    ])
    expect(stand.texts).toEqual([{ phone: '13900000009', template: 'work-order-result', values: { number: seen.number } }])
  })
  it('a further question opens the leave-message anew, which may be converted again', async () => {
    const first = await converted({ assigneeId: agent.personId })
    await desk().finish(agent, first.id, say('已核实。'))
    stand.clock.advance(60_000)
    expect(await stand.own.supplement(author, id, say('那需要对方确认吗'))).toMatchObject({ state: 'waiting' })
    stand.clock.advance(60_000)
    const second = await converted()
    expect(second.id).not.toBe(first.id)
    const { order, steps } = await stand.own.get(author, id)
    expect(order?.id).toBe(second.id)
    expect(steps.map(({ kind }) => kind)).toEqual(['submit', 'convert', 'take', 'resolve', 'follow-up', 'convert'])
  })
})

it('a note is read by officers alone', async () => {
  const order = await converted()
  const noted = await desk().note(colleague, order.id, '内部说明')
  expect(noted.steps.at(-1)).toMatchObject({ kind: 'note', text: '内部说明', agentNumber: expect.any(String) as string })
  expect(JSON.stringify([await stand.own.get(author, id), await stand.orders.own.get(author, order.id)])).not.toMatch(/内部说明|"note"/)
})

describe('the desk’s list', () => {
  it('has what is due first ahead, then what is done; mine, by state, with counts of all that is open', async () => {
    const make = async (dueInMinutes: number, mine: boolean): Promise<DeskWorkOrder> => {
      ;({ id } = await stand.submitted(author))
      return converted({ dueInMinutes, assigneeId: mine ? agent.personId : null })
    }
    const [late, soon, done] = [await make(120, false), await make(30, true), await make(60, true)]
    await desk().finish(agent, done.id, say('好'))
    const all = await desk().list(agent, {})
    expect(all.items.map((one) => one.id)).toEqual([soon.id, late.id, done.id])
    expect([all.total, all.counts]).toEqual([3, { open: 2, mine: 1, unassigned: 1, overdue: 0, reminded: 0, escalated: 0 }])
    expect((await desk().list(agent, { isMine: true })).items.map((one) => one.id)).toEqual([soon.id])
    expect((await desk().list(agent, { state: 'done' })).items.map((one) => one.id)).toEqual([done.id])
    stand.clock.advance(45 * 60_000)
    const overdue = await desk().list(agent, { isOverdue: true })
    expect([overdue.items.map((one) => one.id), overdue.counts.overdue]).toEqual([[soon.id], 1])
  })
  it('is searched by number exactly, by title and taxpayer in part', async () => {
    const { number } = await converted()
    const found = async (filter: Parameters<ReturnType<typeof desk>['list']>[1]) => (await desk().list(agent, filter)).total
    expect(await found({ number })).toBe(1)
    expect(await found({ number: number.slice(0, -1) })).toBe(0)
    expect([await found({ title: '红冲' }), await found({ title: '%' })]).toEqual([1, 0])
    expect([await found({ taxpayer: '纳税人 nsr' }), await found({ taxpayer: '0027' })]).toEqual([1, 1])
    expect(await found({ number, title: '红冲', taxpayer: '0027', state: 'open', from: '2026-11-27', to: '2026-11-27' })).toBe(1)
  })
})

describe('what is attached is read by', () => {
  it('its taxpayer, the leave-message’s office and the order’s, and nobody else', async () => {
    const other = await stand.office()
    const theirs = await stand.agent(other)
    const { id: withFile } = await stand.submitted(author, { attachmentIds: [stand.files.add(author, '发票.pdf')] })
    const { database } = stand
    const ofLeaveMessage = mayReadLeaveMessageFiles({ database, orders: stand.orders.ofLeaveMessages })
    const ofOrder = mayReadWorkOrderFiles({ database })
    const stranger = await stand.taxpayer(office)
    const elsewhere = await stand.agent(await stand.office())
    const readers = (record: string, may: typeof ofOrder) =>
      Promise.all([author, agent, theirs, stranger, elsewhere].map((caller) => may(caller, record)))

    expect(await readers(withFile, ofLeaveMessage)).toEqual([true, true, false, false, false])
    await stand.orders.opening.convert(agent, withFile, { officeId: other, assigneeId: null, dueInMinutes: 60, text: '请核实' })
    expect(await readers(withFile, ofLeaveMessage)).toEqual([true, true, true, false, false])
    for (const table of ['leave_message_steps', 'work_order_steps'] as const) {
      const { id: step } = await database.reader.selectFrom(table).select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
      const may = table === 'work_order_steps' ? ofOrder : ofLeaveMessage
      expect(await readers(step, may)).toEqual([true, true, true, false, false])
    }
    expect(await readers('none', ofOrder)).toEqual(Array(5).fill(false))
    expect(await readers('none', ofLeaveMessage)).toEqual(Array(5).fill(false))
  })
})
