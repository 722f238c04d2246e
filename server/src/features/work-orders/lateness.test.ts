// Reminders before a work order is late, and that it is late: each told once, in working time, by whichever server looks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import type { OfficeId, WorkOrderId } from '@zhengna/contract/ids.ts'
import { openLeaveMessageStand, type LeaveMessageStand } from '../../../../test/support/leave-messages.ts'
import { weekdays } from '../../../../test/support/weekdays.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { createLocalBus, type BusEvents } from '../../platform/bus/bus.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { createLatenessCheck } from './lateness.ts'

let stand: LeaveMessageStand
let office: OfficeId
let author: Caller
let agent: Caller
let supervisor: Caller
let told: BusEvents['work-order.late'][]
const turnTo = (moment: string): void => stand.clock.advance(Date.parse(moment) - stand.clock.now())

beforeEach(async () => {
  stand = await openLeaveMessageStand()
  turnTo('2026-11-27T10:00:00+08:00')
  office = await stand.office()
  author = await stand.taxpayer(office)
  agent = await stand.agent(office)
  supervisor = await stand.supervisor(office)
  told = []
  stand.bus.subscribe('work-order.late', (event) => told.push(event))
})
afterEach(() => stand.close())

/** Due after so many working minutes from Friday, ten o'clock. */
async function order(dueInMinutes: number, assignee: Caller | null = null): Promise<WorkOrderId> {
  const { id } = await stand.submitted(author)
  const target = { officeId: office, assigneeId: assignee?.personId ?? null, dueInMinutes, text: '请核实' }
  await stand.orders.opening.convert(agent, id, target)
  return (await stand.own.get(author, id)).order!.id
}
const marks = async (id: WorkOrderId): Promise<boolean[]> => {
  const { remindedAt, escalatedAt } = await stand.orders.desk.get(agent, id)
  return [remindedAt !== null, escalatedAt !== null]
}
const kindsOf = async (id: WorkOrderId): Promise<string[]> => (await stand.orders.desk.get(agent, id)).steps.map(({ kind }) => kind)

describe('a reminder', () => {
  it('comes when no more than the set working time is left, to whose it is', async () => {
    // Due on Friday at 15:00.
    const id = await order(3.5 * 60, agent)
    for (const [moment, reminded] of [
      ['2026-11-27T13:55:00+08:00', false],
      ['2026-11-27T14:01:00+08:00', true],
    ] as const) {
      turnTo(moment)
      await stand.checkLateness()
      expect(await marks(id), moment).toEqual([reminded, false])
    }
    expect(told).toEqual([{ workOrderId: id, officeId: office, kind: 'remind', toIds: [agent.personId] }])
  })

  it('counts working time: over noon, over night and over the weekend', async () => {
    // Due on Monday at 09:30: its last hour begins on Friday at 16:30.
    const id = await order(5.5 * 60 + 30)
    turnTo('2026-11-27T16:25:00+08:00')
    await stand.checkLateness()
    expect(await marks(id)).toEqual([false, false])
    turnTo('2026-11-27T16:31:00+08:00')
    await stand.checkLateness()
    expect(await marks(id)).toEqual([true, false])
    turnTo('2026-11-29T12:00:00+08:00')
    await stand.checkLateness()
    expect(await marks(id)).toEqual([true, false])
  })

  it('of one that nobody has goes to the office’s agents', async () => {
    const colleague = await stand.agent(office)
    await order(30)
    await stand.checkLateness()
    expect(told.map(({ toIds }) => [...toIds])).toEqual([[agent.personId, colleague.personId].toSorted()])
  })

  it('follows the setting, without a new order', async () => {
    const id = await order(120)
    await stand.checkLateness()
    expect(await marks(id)).toEqual([false, false])
    stand.reminderMinutes = 121
    await stand.checkLateness()
    expect(await marks(id)).toEqual([true, false])
  })
})

describe('escalation', () => {
  it('comes once it is late, to the supervisors, and the desk counts it', async () => {
    const id = await order(30, agent)
    await stand.checkLateness()
    turnTo('2026-11-27T10:31:00+08:00')
    await stand.checkLateness()
    expect(told.map(({ kind, toIds }) => [kind, ...toIds])).toEqual([
      ['remind', agent.personId],
      ['escalate', supervisor.personId],
    ])
    expect((await stand.orders.desk.list(agent, {})).counts).toMatchObject({ overdue: 1, reminded: 1, escalated: 1 })
    expect(await kindsOf(id)).toEqual(['open', 'assign', 'remind', 'escalate'])
    expect((await stand.own.get(author, (await stand.orders.desk.get(agent, id)).leaveMessageId!)).steps.map(({ kind }) => kind)).toEqual([
      'submit',
      'convert',
      'take',
    ])
  })

  it('of one that became late while nobody looked is told with its reminder, in one go', async () => {
    const id = await order(30)
    turnTo('2026-12-10T10:00:00+08:00')
    await stand.checkLateness()
    expect(told.map(({ kind }) => kind)).toEqual(['remind', 'escalate'])
    expect(await marks(id)).toEqual([true, true])
  })

  it('leaves alone what is done', async () => {
    const id = await order(30, agent)
    await stand.orders.desk.finish(agent, id, { text: '已核实。', attachmentIds: [] })
    turnTo('2026-12-10T10:00:00+08:00')
    await stand.checkLateness()
    expect(told).toEqual([])
  })
})

it('looking again tells nothing again', async () => {
  const id = await order(30)
  turnTo('2026-11-27T12:00:00+08:00')
  for (let minute = 0; minute < 3; minute++) await stand.checkLateness()
  expect(told).toHaveLength(2)
  expect(await kindsOf(id)).toEqual(['open', 'remind', 'escalate'])
})

it('two servers that look at once, the one between the other’s look and its mark, tell it once', async () => {
  const ids = [await order(30), await order(31), await order(32)]
  turnTo('2026-11-27T12:00:00+08:00')
  const { folder } = stand
  const second = await openDatabase(join(folder, 'zhengna.db'))
  const bus = createLocalBus()
  const elsewhere: unknown[] = []
  bus.subscribe('work-order.late', (event) => elsewhere.push(event))
  const checkElsewhere = createLatenessCheck({
    database: second,
    bus,
    clock: stand.clock,
    // Asked when it has looked and not marked yet.
    async workingTimeOf() {
      await stand.checkLateness()
      return weekdays
    },
    reminderMinutes: () => 60,
  })
  await checkElsewhere()
  await second.close()
  expect([told.length, elsewhere.length]).toEqual([6, 0])
  for (const id of ids) expect(await kindsOf(id)).toEqual(['open', 'remind', 'escalate'])
})

it('transferred, the new office is told anew', async () => {
  const id = await order(30)
  turnTo('2026-11-27T12:00:00+08:00')
  await stand.checkLateness()
  const other = await stand.office()
  const theirs = await stand.supervisor(other)
  await stand.orders.desk.transfer(agent, id, other, '不归本局管')
  told.length = 0
  await stand.checkLateness()
  expect(told.map(({ officeId, kind, toIds }) => [officeId, kind, ...toIds])).toEqual([
    [other, 'remind'],
    [other, 'escalate', theirs.personId],
  ])
})
