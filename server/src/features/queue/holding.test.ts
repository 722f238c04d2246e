// Timers stand still while somebody types, on a real store and a clock of the test's.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { createAssigning, type Assigning } from './assigning.service.ts'
import { createCalls, type Calls } from './calls.service.ts'
import { createHolding } from './holding.ts'

let stand: JournalStand
let office: OfficeId
let taxpayer: Caller
let agent: Caller
let assigning: Assigning
let calls: Calls
let hold: ReturnType<typeof createHolding>
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  const settings = (): SettingValues => ({ ...defaultSettingValues, 'queue.assignment': 'automatic' })
  const parts = { database: stand.database, bus: stand.bus, clock: stand.clock, settings, isConnected: () => true }
  assigning = createAssigning(parts)
  calls = createCalls(parts)
  hold = createHolding(parts)
  office = await stand.office()
  taxpayer = await stand.taxpayer(office)
  agent = await stand.agent(office)
  await stand.queue.join(taxpayer, 'button')
})
const offerOutcome = async () =>
  (await stand.database.reader.selectFrom('ticket_offers').select('outcome').where('agent_id', '=', agent.personId).executeTakeFirst())
    ?.outcome
const typeFor = async (who: Caller, seconds: number, endOverdue: () => Promise<void>): Promise<void> => {
  for (let second = 0; second < seconds; second += 5) {
    stand.clock.advance(5_000)
    await hold(who)
    await endOverdue()
  }
}

describe('an offer', () => {
  beforeEach(() => assigning.assign(office))
  it('waits for an agent who finishes a sentence', async () => {
    await typeFor(agent, 60, () => assigning.endOverdue())
    expect(await offerOutcome()).toBeNull()
    stand.clock.advance(16_000)
    await assigning.endOverdue()
    expect(await offerOutcome()).toBe('lapsed')
  })
  it('does not wait for ever: others wait behind them', async () => {
    await typeFor(agent, 95, () => assigning.endOverdue())
    expect(await offerOutcome()).toBe('lapsed')
  })
  it('that is over is not brought back', async () => {
    stand.clock.advance(31_000)
    await hold(agent)
    await assigning.endOverdue()
    expect(await offerOutcome()).toBe('lapsed')
  })
  it('waits for nobody else', async () => {
    await typeFor(await stand.agent(office), 35, () => assigning.endOverdue())
    expect(await offerOutcome()).toBe('lapsed')
  })
})

it('a call waits for a taxpayer who finishes a sentence', async () => {
  await calls.setCallBack(taxpayer, true)
  await stand.queue.take(agent, null)
  await typeFor(taxpayer, 120, () => calls.endOverdue())
  const state = async () =>
    (
      await stand.database.reader
        .selectFrom('tickets')
        .select('state')
        .where('taxpayer_id', '=', taxpayer.personId)
        .executeTakeFirstOrThrow()
    ).state
  expect(await state()).toBe('calling')
  stand.clock.advance(16_000)
  await calls.endOverdue()
  expect(await state()).toBe('waiting')
})
