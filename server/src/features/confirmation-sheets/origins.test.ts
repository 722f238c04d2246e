// A sheet is sent about a leave-message or a work order by whoever may work on it, and goes to its taxpayer.
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConfirmationSheetDraft, SheetOrigin } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { dayAfter } from '@zhengna/contract/domain/sheet-due.ts'
import type { ConfirmationSheetId, LeaveMessageId, WorkOrderId } from '@zhengna/contract/ids.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { openLeaveMessageStand, type LeaveMessageStand } from '../../../../test/support/leave-messages.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { createGuardedWriting, createTextGuard } from '../guard/index.ts'
import { createConfirmationSheets, type ConfirmationSheets } from './index.ts'

let stand: LeaveMessageStand
let sheets: ConfirmationSheets
let author: Caller
let agent: Caller
let colleague: Caller
let supervisor: Caller
let leaveMessageId: LeaveMessageId

beforeEach(async () => {
  stand = await openLeaveMessageStand()
  const { database, bus, clock, notices } = stand
  const writeGuarded = createGuardedWriting({ database, clock, guard: createTextGuard(stand.guard) })
  const attachments = { attachTo: () => Promise.resolve(), of: () => Promise.resolve(new Map<string, never[]>()) }
  sheets = createConfirmationSheets({ database, bus, clock, notices, writeGuarded, attachments, seeded: [] })
  const office = await stand.office()
  author = await stand.taxpayer(office)
  agent = await stand.agent(office)
  colleague = await stand.agent(office)
  supervisor = await stand.supervisor(office)
  leaveMessageId = (await stand.submitted(author, { officeId: office })).id
})
afterEach(() => stand.close())

const draft = (origin: SheetOrigin): ConfirmationSheetDraft => ({
  id: uuidv7() as ConfirmationSheetId,
  origin,
  matter: '误收多缴退抵税',
  dueDay: dayAfter(stand.clock.now(), 7),
  materials: [{ name: '完税凭证', note: '', isRequired: true }],
})
const about = (): SheetOrigin => ({ kind: 'leave-message', id: leaveMessageId })
const listed = async (by: Caller, originId: SheetOrigin['id']) =>
  (await sheets.own.list(by, { originId })).items.map(({ origin }) => origin)

describe('about a leave-message', () => {
  it('goes to its author, who finds it by the leave-message', async () => {
    await sheets.send(agent, draft(about()))
    expect(await listed(author, leaveMessageId)).toEqual([about()])
    expect((await stand.noticesOf(author))[0]).toMatchObject({ subject: 'sheet-sent', link: { page: 'confirmation-sheet' } })
  })
  it('that a colleague has in hand is sent by that colleague or a supervisor', async () => {
    await stand.leaveMessageDesk.take(colleague, leaveMessageId)
    expect(await codeOf(sheets.send(agent, draft(about())))).toBe('LEAVE_MESSAGE_STATE_WRONG')
    await sheets.send(colleague, draft(about()))
    await sheets.send(supervisor, draft(about()))
    expect(await listed(author, leaveMessageId)).toHaveLength(2)
  })
  it('of another office does not exist', async () => {
    expect(await codeOf(sheets.send(await stand.agent(await stand.office()), draft(about())))).toBe('LEAVE_MESSAGE_NOT_FOUND')
  })
})

describe('about a work order', () => {
  const converted = async (): Promise<WorkOrderId> => {
    await stand.orders.opening.convert(agent, leaveMessageId, {
      officeId: agent.officeId,
      assigneeId: null,
      dueInMinutes: 60,
      text: '请核实',
    })
    return (await stand.own.get(author, leaveMessageId)).order!.id
  }
  it('is sent by its assignee or a supervisor while it is open', async () => {
    const id = await converted()
    const origin = { kind: 'work-order', id } as const
    await stand.orders.desk.take(colleague, id)
    expect(await codeOf(sheets.send(agent, draft(origin)))).toBe('WORK_ORDER_STATE_WRONG')
    await sheets.send(colleague, draft(origin))
    expect(await listed(author, id)).toEqual([origin])
    await stand.orders.desk.finish(colleague, id, { text: '已办结', attachmentIds: [] })
    expect(await codeOf(sheets.send(colleague, draft(origin)))).toBe('WORK_ORDER_STATE_WRONG')
  })
  it('of another office does not exist', async () => {
    const origin = { kind: 'work-order', id: await converted() } as const
    expect(await codeOf(sheets.send(await stand.agent(await stand.office()), draft(origin)))).toBe('WORK_ORDER_NOT_FOUND')
  })
})
