// Several processes on one store: none sees the others' lines, and of an agent who is gone one of them decides, once.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { defaultSettingValues } from '@zhengna/contract/domain/setting.ts'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { MARK_EVERY_MS, UNSEEN_MS } from '../../platform/live/line-marks.ts'
import { createAssigning } from './assigning.service.ts'
import { createDrops, type Drops } from './drops.service.ts'

const graceMs = defaultSettingValues['queue.drop-seconds'] * 1_000

let stand: JournalStand
let agent: Caller
let taxpayer: Caller
let id: ConversationId
/** With the agents whose lines it has. */
interface Process {
  readonly lines: Set<PersonId>
  readonly drops: Drops
}
let here: Process
let there: Process

beforeAll(async () => void (stand = await openJournalStand()))
afterAll(() => stand.close())
beforeEach(async () => {
  const officeId = await stand.office()
  taxpayer = await stand.taxpayer(officeId)
  agent = await stand.agent(officeId)
  await stand.queue.join(taxpayer, 'button')
  id = (await stand.queue.take(agent, null)).id
  here = process()
  there = process()
  there.lines.add(agent.personId)
})

function process(): Process {
  const lines = new Set<PersonId>()
  const { database, bus, clock } = stand
  const isConnected = (personId: PersonId): boolean => lines.has(personId)
  return { lines, drops: createDrops({ database, bus, clock, settings: () => defaultSettingValues, isConnected }) }
}
async function pass(ms: number, ...processes: Process[]): Promise<void> {
  for (let left = ms; left > 0; left -= MARK_EVERY_MS) {
    stand.clock.advance(Math.min(left, MARK_EVERY_MS))
    await Promise.all(processes.map(({ drops }) => drops.look()))
  }
}
const now = async () => (await stand.conversations.get(taxpayer, id)).conversation
const places = () =>
  stand.database.reader.selectFrom('tickets').select('reason').where('conversation_id', '=', id).orderBy('enqueued_at').execute()

it('whose line is with the one is not gone for the other', async () => {
  await pass(10 * (UNSEEN_MS + graceMs), here, there)
  expect(await now()).toMatchObject({ stage: 'live', agentAwaySince: null })
})

it('a process that dies leaves nobody behind as present: the other sees them gone, waits, and frees whom they serve', async () => {
  await pass(UNSEEN_MS, here, there)
  await pass(UNSEEN_MS + MARK_EVERY_MS, here)
  expect(await now()).toMatchObject({ stage: 'live', agentAwaySince: expect.any(Number) as number })
  await pass(graceMs, here)
  expect(await now()).toMatchObject({ stage: 'queued', agent: null })
})

it('who comes back by another process is there again', async () => {
  there.lines.clear()
  await there.drops.note(agent.personId)
  expect((await now()).agentAwaySince).not.toBeNull()
  here.lines.add(agent.personId)
  await here.drops.note(agent.personId)
  await pass(2 * graceMs, here, there)
  expect(await now()).toMatchObject({ stage: 'live', agentAwaySince: null })
})

it('both find the time over at once, and one place comes of it', async () => {
  there.lines.clear()
  await there.drops.note(agent.personId)
  stand.clock.advance(graceMs)
  await Promise.all([here.drops.look(), there.drops.look(), here.drops.look()])
  expect((await places()).map(({ reason }) => reason)).toEqual(['button', 'agent-dropped'])
  expect((await now()).stage).toBe('queued')
})

it('back again, they are not chosen as the one who served last', async () => {
  const { database, bus, clock } = stand
  await stand.conversations.end(agent, id)
  await stand.queue.join(taxpayer, 'button')
  id = (await stand.queue.take(agent, null)).id
  there.lines.clear()
  await there.drops.note(agent.personId)
  stand.clock.advance(graceMs)
  await there.drops.look()
  const settings = () => ({ ...defaultSettingValues, 'queue.assignment': 'automatic' as const })
  await createAssigning({ database, bus, clock, settings, isConnected: () => true }).assign(agent.officeId)
  const offers = await database.reader
    .selectFrom('ticket_offers')
    .innerJoin('tickets', 'tickets.id', 'ticket_offers.ticket_id')
    .select('ticket_offers.why')
    .where('tickets.conversation_id', '=', id)
    .execute()
  expect(offers).toEqual([{ why: 'group' }])
})
