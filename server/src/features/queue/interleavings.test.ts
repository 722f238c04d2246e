// Whatever happens in whatever order: at most one agent for a conversation, nobody lost, nobody passed by without a reason on record.
// Real store and services; who is connected and what time it is, the test says.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import { openTicketStates } from '@zhengna/contract/domain/queue.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { createAssigning } from './assigning.service.ts'
import { createAttendance } from './attendance.service.ts'
import { createCalls } from './calls.service.ts'
import { createDrops } from './drops.service.ts'
import { createQueue } from './queue.service.ts'
import { createTransfers } from '../transfers/index.ts'

const settings = (): SettingValues => ({ ...defaultSettingValues, 'queue.assignment': 'automatic' })
const RUNS = 8
const STEPS = 240
const TAXPAYERS = 7
const AGENTS = 3

let stand: JournalStand
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())

interface Run {
  readonly officeId: OfficeId
  readonly taxpayers: readonly Caller[]
  readonly agents: readonly Caller[]
  readonly connected: Set<PersonId>
  readonly next: (below: number) => number
}

async function begin(seed: number): Promise<Run> {
  const officeId = await stand.office()
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const taxpayers = await Promise.all(Array.from({ length: TAXPAYERS }, () => stand.taxpayer(officeId)))
  const agents = await Promise.all(Array.from({ length: AGENTS }, () => stand.agent(officeId)))
  await stand.database.write((trx) => trx.updateTable('people').set({ agent_capacity: 2 }).where('office_id', '=', officeId).execute())
  return { officeId, taxpayers, agents, connected: new Set([...taxpayers, ...agents].map(({ personId }) => personId)), next }
}

/** As one process has them; a restart makes them anew. */
function servicesOf({ connected }: Run) {
  const { database, bus, clock, appointments } = stand
  const isConnected = (id: PersonId): boolean => connected.has(id)
  const parts = { database, bus, clock, settings, isConnected }
  return {
    queue: createQueue({ ...parts, booked: appointments.queueHook }),
    calls: createCalls(parts),
    assigning: createAssigning(parts),
    attendance: createAttendance(parts),
    drops: createDrops(parts),
    transfers: createTransfers(parts),
  }
}

interface Seen {
  readonly open: readonly { id: TicketId; state: string; group: SkillGroupId; taxpayer: PersonId; conversation: string }[]
  readonly skips: ReadonlySet<string>
}

async function see({ officeId }: Run): Promise<Seen> {
  const tickets = await stand.database.reader
    .selectFrom('tickets')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('state', 'in', openTicketStates)
    .orderBy('priority')
    .orderBy('enqueued_at')
    .orderBy('id')
    .execute()
  const skips = await stand.database.reader.selectFrom('ticket_skips').select(['ticket_id', 'for_ticket_id']).execute()
  return {
    open: tickets.map((row) => ({
      id: row.id,
      state: row.state,
      group: row.skill_group_id,
      taxpayer: row.taxpayer_id,
      conversation: row.conversation_id,
    })),
    skips: new Set(skips.map(({ ticket_id, for_ticket_id }) => `${ticket_id} for ${for_ticket_id}`)),
  }
}

async function expectSound(run: Run, before: Seen, after: Seen): Promise<void> {
  const { reader } = stand.database
  const ids = after.open.map(({ id }) => id)
  const offers = await reader.selectFrom('ticket_offers').selectAll().where('outcome', 'is', null).where('ticket_id', 'in', ids).execute()
  const calls = await reader.selectFrom('ticket_calls').selectAll().where('outcome', 'is', null).where('ticket_id', 'in', ids).execute()
  const talks = await reader.selectFrom('conversations').selectAll().where('office_id', '=', run.officeId).execute()
  // Nobody lost: who is queued has a place, and only they have one.
  const queued = talks.filter(({ stage }) => stage === 'queued').map(({ id }) => id)
  expect(after.open.map(({ conversation }) => conversation).sort()).toEqual(queued.sort())
  for (const ticket of after.open) {
    expect(offers.filter(({ ticket_id }) => ticket_id === ticket.id)).toHaveLength(ticket.state === 'offered' ? 1 : 0)
    expect(calls.filter(({ ticket_id }) => ticket_id === ticket.id)).toHaveLength(ticket.state === 'calling' ? 1 : 0)
  }
  const transfers = await reader
    .selectFrom('transfers')
    .selectAll()
    .where('state', '=', 'asked')
    .where('office_id', '=', run.officeId)
    .execute()
  // A live conversation is being transferred as long as somebody is asked, and that is not who serves it.
  for (const { id, agent_id, is_transferring } of talks.filter(({ stage }) => stage === 'live')) {
    const asked = transfers.filter(({ conversation_id }) => conversation_id === id)
    expect(asked).toHaveLength(is_transferring)
    expect(asked.map(({ to_agent_id }) => to_agent_id)).not.toContain(agent_id)
  }
  // One agent for a live conversation, and for each agent no more than they take.
  for (const { agent_id } of talks.filter(({ stage }) => stage === 'live')) expect(agent_id).not.toBeNull()
  for (const { personId } of run.agents) {
    const live = talks.filter(({ stage, agent_id }) => stage === 'live' && agent_id === personId).length
    const offered = [...offers, ...calls].filter(({ agent_id }) => agent_id === personId).length
    const asked = offered + transfers.filter(({ to_agent_id }) => to_agent_id === personId).length
    expect(live + asked).toBeLessThanOrEqual(2)
  }
  // Nobody jumped without a reason: whoever waited in front of one who is now asked for, called or served.
  const left = new Set(before.open.filter(({ state }) => state === 'waiting').map(({ id }) => id))
  const moved = [...left].filter((id) => {
    const now = after.open.find((one) => one.id === id)
    return now ? now.state !== 'waiting' : talks.some((talk) => talk.stage === 'live' && isOf(talk.id, id, before))
  })
  for (const id of moved) {
    const place = before.open.findIndex((one) => one.id === id)
    const { group } = before.open[place]!
    for (const front of before.open.slice(0, place)) {
      const stays = after.open.find((one) => one.id === front.id)?.state === 'waiting' && front.state === 'waiting'
      if (stays && front.group === group) expect(after.skips).toContain(`${front.id} for ${id}`)
    }
  }
}
const isOf = (conversation: string, id: TicketId, { open }: Seen): boolean =>
  open.some((one) => one.id === id && one.conversation === conversation)

/** What may be refused, is; nothing else may fail. */
const attempt = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  })

it.each(Array.from({ length: RUNS }, (_, run) => run + 1))('interleaving %i', async (seed) => {
  const run = await begin(seed * 7919)
  const { next, connected, officeId } = run
  let services = servicesOf(run)
  let startedAt = stand.clock.now()
  const one = <T>(of: readonly T[]): T => of[next(of.length)]!
  const present = async (agent: Caller, presence: 'idle' | 'busy'): Promise<void> => {
    const set = { presence, presence_at: stand.clock.now(), presence_reason: null }
    await stand.database.write((trx) => trx.updateTable('people').set(set).where('id', '=', agent.personId).execute())
    await services.assigning.recallFrom(agent.personId)
  }
  const toggle = async (person: Caller): Promise<void> => {
    if (!connected.delete(person.personId)) connected.add(person.personId)
    if (person.role === 'taxpayer') await services.attendance.note(person.personId, officeId)
    else {
      await services.assigning.recallFrom(person.personId)
      await services.drops.note(person.personId)
    }
  }
  const offeredTo = async (agent: Caller): Promise<TicketId | null> => {
    const offer = await stand.database.reader
      .selectFrom('ticket_offers')
      .select('ticket_id')
      .where('agent_id', '=', agent.personId)
      .where('outcome', 'is', null)
      .executeTakeFirst()
    return offer?.ticket_id ?? null
  }
  const endOne = async (agent: Caller): Promise<void> => {
    const talk = await stand.database.reader
      .selectFrom('conversations')
      .select('id')
      .where('agent_id', '=', agent.personId)
      .where('stage', '=', 'live')
      .executeTakeFirst()
    if (talk) await stand.conversations.end(agent, talk.id)
  }
  const askOne = async (agent: Caller): Promise<void> => {
    const talk = await stand.database.reader
      .selectFrom('conversations')
      .select(['id', 'skill_group_id'])
      .where('agent_id', '=', agent.personId)
      .where('stage', '=', 'live')
      .executeTakeFirst()
    const to =
      next(2) === 0
        ? ({ kind: 'agent', agentId: one(run.agents).personId } as const)
        : ({ kind: 'group', groupId: talk?.skill_group_id ?? ('general' as SkillGroupId) } as const)
    if (talk) await services.transfers.ask(agent, talk.id, to, '请接')
  }
  const answerOne = async (agent: Caller): Promise<void> => {
    const { asked, sent } = await services.transfers.of(agent.personId)
    if (asked[0]) await (next(3) > 0 ? services.transfers.accept(agent, asked[0].id) : services.transfers.decline(agent, asked[0].id, ''))
    else if (sent[0]) await services.transfers.cancel(agent, sent[0].id)
  }
  /** Whoever is served has an agent who is there, or was until a moment ago; or somebody is asked to take over. */
  const expectFreed = async (): Promise<void> => {
    const now = stand.clock.now()
    const served = await stand.database.reader
      .selectFrom('conversations')
      .select(['agent_id', 'agent_away_since', 'is_transferring'])
      .where('office_id', '=', officeId)
      .where('stage', '=', 'live')
      .execute()
    for (const { agent_id, agent_away_since, is_transferring } of served)
      if (agent_id && !connected.has(agent_id) && is_transferring === 0)
        expect(Math.max(agent_away_since ?? now, startedAt)).toBeGreaterThan(now - settings()['queue.drop-seconds'] * 1_000)
  }
  const doings: (() => Promise<unknown>)[] = [
    () => services.queue.join(one(run.taxpayers), 'button'),
    () => services.queue.join(one(run.taxpayers), 'button'),
    () => services.queue.cancel(one(run.taxpayers)),
    () => services.calls.setCallBack(one(run.taxpayers), next(2) === 0),
    () => services.calls.answer(one(run.taxpayers)),
    () => services.calls.defer(one(run.taxpayers)),
    () => services.queue.take(one(run.agents), null),
    async () => {
      const { open } = await see(run)
      if (open.length > 0) await services.queue.take(one(run.agents), one(open).id)
    },
    async () => {
      const agent = one(run.agents)
      const ticketId = await offeredTo(agent)
      if (ticketId) await services.assigning.decline(agent, ticketId)
    },
    () => askOne(one(run.agents)),
    () => askOne(one(run.agents)),
    () => answerOne(one(run.agents)),
    () => answerOne(one(run.agents)),
    () => endOne(one(run.agents)),
    () => endOne(one(run.agents)),
    () => present(one(run.agents), one(['idle', 'idle', 'busy'] as const)),
    () => toggle(one(run.taxpayers)),
    () => toggle(one(run.agents)),
    // The server is ended and started: whoever was connected comes back, or does not.
    async () => {
      services = servicesOf(run)
      startedAt = stand.clock.now()
      for (const person of [...run.taxpayers, ...run.agents]) if (next(3) === 0) await toggle(person)
    },
    async () => {
      stand.clock.advance(one([2_000, 31_000, 61_000, 301_000]))
      await services.attendance.look()
      await services.drops.look()
      await expectFreed()
      await services.assigning.endOverdue()
      await services.calls.endOverdue()
      await services.transfers.endOverdue()
    },
  ]
  for (let step = 0; step < STEPS; step += 1) {
    let before = await see(run)
    await attempt(one(doings)())
    let after = await see(run)
    await expectSound(run, before, after)
    before = after
    await services.assigning.assign(officeId)
    after = await see(run)
    await expectSound(run, before, after)
  }
  // And all the while somebody was served.
  const served = await stand.database.reader
    .selectFrom('tickets')
    .select('id')
    .where('office_id', '=', officeId)
    .where('state', '=', 'taken')
    .execute()
  expect(served.length).toBeGreaterThan(2)
})

it('and in all of it agents were gone for too long', async () => {
  const freed = await stand.database.reader.selectFrom('tickets').select('id').where('reason', '=', 'agent-dropped').execute()
  expect(freed.length).toBeGreaterThan(RUNS)
})
