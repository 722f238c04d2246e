// What is told about how long it takes, on a real store: from whom it is learnt, what comes of it, and when it is not told.
import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { groupEstimates } from './estimates.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let stand: JournalStand
let office: OfficeId
let agent: Caller
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  office = await stand.office()
  agent = await stand.agent(office)
  await stand.database.write((trx) =>
    trx.updateTable('people').set({ presence: 'idle', agent_capacity: 1_000 }).where('id', '=', agent.personId).execute(),
  )
})

const settings = defaultSettingValues
const rowOf = ({ personId }: Caller) =>
  stand.database.reader
    .selectFrom('wait_estimates')
    .innerJoin('tickets', 'tickets.id', 'wait_estimates.ticket_id')
    .selectAll('wait_estimates')
    .where('taxpayer_id', '=', personId)
    .executeTakeFirstOrThrow()
const groupId = async (): Promise<SkillGroupId> =>
  (await stand.database.reader.selectFrom('tickets').select('skill_group_id').where('office_id', '=', office).executeTakeFirstOrThrow())
    .skill_group_id
const shown = async (set: SettingValues = settings) =>
  groupEstimates(stand.database.reader, { officeId: office, groupId: await groupId() }, stand.clock.now(), set)

async function join(): Promise<Caller> {
  const taxpayer = await stand.taxpayer(office)
  await stand.queue.join(taxpayer, 'button')
  return taxpayer
}
/** So many come one after the other, and each is served after so many minutes. */
async function serve(times: number, minutes: number): Promise<Caller> {
  let last: Caller | null = null
  for (let time = 0; time < times; time += 1) {
    last = await join()
    stand.clock.advance(minutes * MINUTE)
    await stand.queue.take(agent, null)
  }
  return last!
}

describe('a range', () => {
  it('is told once enough have waited, and what came of it is kept', async () => {
    await serve(25, 2.5)
    const taxpayer = await join()
    expect(await rowOf(taxpayer)).toMatchObject({
      ahead: 0,
      is_free: 1,
      low_ms: 2.5 * MINUTE,
      high_ms: 3 * MINUTE,
      outcome: null,
      closed_at: null,
    })
    stand.clock.advance(2.6 * MINUTE)
    await stand.queue.take(agent, null)
    const { outcome, waited_ms, closed_at } = await rowOf(taxpayer)
    expect(outcome).toBe('within')
    expect(closed_at).not.toBeNull()
    // The clock of the test goes on.
    expect(Math.round((waited_ms ?? 0) / 10_000)).toBe(16)
  })

  it('is another for those whom nobody is free for', async () => {
    await serve(25, 3)
    await stand.database.write((trx) => trx.updateTable('people').set({ agent_capacity: 1 }).where('id', '=', agent.personId).execute())
    expect(await rowOf(await join())).toMatchObject({ is_free: 0, base_ms: null, high_ms: null })
  })

  it('is not learnt from yesterday', async () => {
    await serve(25, 3)
    stand.clock.advance(DAY)
    expect(await rowOf(await join())).toMatchObject({ base_ms: null, high_ms: null })
  })

  it('says nothing of who leaves before it is over', async () => {
    await serve(25, 3)
    const taxpayer = await join()
    stand.clock.advance(MINUTE)
    await stand.queue.cancel(taxpayer)
    expect(await rowOf(taxpayer)).toMatchObject({ outcome: 'left', waited_ms: null })
  })

  it('was wrong for who gave up later than it said', async () => {
    await serve(25, 3)
    const taxpayer = await join()
    stand.clock.advance(20 * MINUTE)
    await stand.queue.cancel(taxpayer)
    expect(await rowOf(taxpayer)).toMatchObject({ outcome: 'later', waited_ms: null })
  })
})

describe('the track record', () => {
  it('is of yesterday, all who were told or would have been', async () => {
    await serve(37, 2.5)
    expect((await shown())?.trackRecord).toBeNull()
    stand.clock.advance(DAY)
    expect((await shown())?.trackRecord).toEqual({ percent: 100, of: 12 })
  })

  it('that has been poor lately hides what is foretold, until it holds again', async () => {
    const strict = { ...settings, 'queue.estimate-percent': 95 }
    await serve(50, 2.5)
    expect((await shown(strict))?.free?.range).toBeTruthy()
    // Three in thirty are more than one in twenty.
    await serve(3, 20)
    expect(await shown(strict)).toBeNull()
    expect(await shown()).not.toBeNull()
    await serve(60, 2.5)
    expect(await shown(strict)).not.toBeNull()
  })
})
