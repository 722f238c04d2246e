// What is not handed in in time lapses, and nobody is surprised by it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayAfter, dueAtOf, dueDayOf } from '@zhengna/contract/domain/sheet-due.ts'
import type { ConfirmationSheetId, ConversationId } from '@zhengna/contract/ids.ts'
import { openSheetStand, type SheetStand } from '../../../../test/support/confirmation-sheets.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let stand: SheetStand
let taxpayer: Caller
let agent: Caller
let talk: ConversationId

beforeEach(async () => {
  stand = await openSheetStand()
  const office = await stand.office()
  taxpayer = await stand.taxpayer(office)
  agent = await stand.agent(office)
  talk = await stand.talk(taxpayer, agent)
})
afterEach(() => stand.close())

const sentFor = async (days: number): Promise<ConfirmationSheetId> =>
  (await stand.sheets.send(agent, stand.draft(talk, { dueDay: dayAfter(stand.clock.now(), days) }))).id
const standing = async (id: ConfirmationSheetId) => {
  const { state, dueAt, steps } = await stand.sheets.own.get(taxpayer, id)
  return { state, dueAt, last: steps.at(-1)?.kind }
}
const subjects = async () => (await stand.noticesOf(taxpayer)).map(({ subject }) => subject)
const goTo = (at: number): void => stand.clock.advance(at - stand.clock.now())

describe('a sheet that was not handed in', () => {
  it('lapses at the end of its day, once, and its taxpayer is told', async () => {
    const id = await sentFor(2)
    const { dueAt } = await standing(id)
    goTo(dueAt - HOUR_MS)
    await stand.sheets.checkDue()
    expect((await standing(id)).state).toBe('collecting')
    goTo(dueAt)
    await Promise.all([stand.sheets.checkDue(), stand.sheets.checkDue()])
    expect(await standing(id)).toMatchObject({ state: 'lapsed', last: 'lapse' })
    expect((await subjects()).filter((subject) => subject === 'sheet-lapsed')).toHaveLength(1)
    expect(stand.told.at(-1)).toMatchObject({ sheetId: id, kind: 'lapse', state: 'lapsed' })
    await expect(stand.submit(taxpayer, id, [1, 2])).rejects.toMatchObject({ failure: { detail: { state: '已逾期' } } })
  })

  it('is reminded of once, a day before', async () => {
    const id = await sentFor(3)
    const { dueAt } = await standing(id)
    goTo(dueAt - DAY_MS - HOUR_MS)
    await stand.sheets.checkDue()
    expect(await subjects()).toEqual(['sheet-sent'])
    goTo(dueAt - DAY_MS)
    await stand.sheets.checkDue()
    await stand.sheets.checkDue()
    expect(await subjects()).toEqual(['sheet-due-soon', 'sheet-sent'])
  })

  it('does not lapse where no server was at work at that moment: the day after is left', async () => {
    const id = await sentFor(1)
    const { dueAt } = await standing(id)
    await stand.database.write(async (trx) => {
      await trx
        .insertInto('outages')
        .values({ started_at: dueAt - HOUR_MS, ended_at: dueAt + HOUR_MS })
        .execute()
    })
    goTo(dueAt + HOUR_MS)
    await stand.sheets.checkDue()
    expect(await standing(id)).toMatchObject({ state: 'collecting', dueAt: dueAtOf(dayAfter(stand.clock.now(), 1)) })
  })

  it('is left alone until an outage that just ended is written down', async () => {
    const id = await sentFor(1)
    const { dueAt } = await standing(id)
    await stand.database.write(async (trx) => {
      await trx
        .insertInto('pulses')
        .values({ name: 'check', at: dueAt - HOUR_MS })
        .execute()
    })
    goTo(dueAt + HOUR_MS)
    await stand.sheets.checkDue()
    expect((await standing(id)).state).toBe('collecting')
  })
})

describe('a sheet that was handed in', () => {
  it('waits for the office as long as it takes', async () => {
    const id = await sentFor(1)
    await stand.submit(taxpayer, id, [1, 2])
    goTo((await standing(id)).dueAt + DAY_MS)
    await stand.sheets.checkDue()
    expect((await standing(id)).state).toBe('submitted')
  })

  it('and returned after its time leaves three days more, and then lapses', async () => {
    const id = await sentFor(1)
    await stand.submit(taxpayer, id, [1, 2])
    goTo((await standing(id)).dueAt + DAY_MS)
    await stand.judge(agent, id, { 1: '看不清', 2: null })
    const { dueAt } = await standing(id)
    expect(dueDayOf(dueAt)).toBe(dayAfter(stand.clock.now(), 3))
    await stand.sheets.checkDue()
    expect((await standing(id)).state).toBe('returned')
    goTo(dueAt)
    await stand.sheets.checkDue()
    expect((await standing(id)).state).toBe('lapsed')
  })
})

it('a day that is over, or too far away, is refused at its field', async () => {
  for (const days of [-1, 91])
    await expect(sentFor(days)).rejects.toMatchObject({ failure: { code: 'SHEET_INVALID', detail: { field: 'dueDay' } } })
})
