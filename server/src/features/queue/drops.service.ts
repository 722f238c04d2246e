// An agent is gone while they serve: line lost, program crashed, signed out. They have a time that is set to come back; then whom they
// served waits at the front of the group, for somebody else. Who is there is marked as in attendance.service.ts, so that several
// processes agree, and no time counts in which this process was not there to be reached.
import { nextStage } from '@zhengna/contract/domain/conversation.ts'
import { priorities } from '@zhengna/contract/domain/queue.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { MARK_EVERY_MS, UNSEEN_MS } from '../../platform/live/line-marks.ts'
import {
  announce,
  beginAppending,
  findConversation,
  liveOfQuery,
  liveQuery,
  updateConversation,
  type ConversationRow,
} from '../conversations/index.ts'
import { placeAtEnd } from './joining.ts'
import type { QueueParts } from './queue-parts.ts'
import { queueChanged, type Serving } from './serving.ts'

export interface Drops {
  /** A window of an agent came or went. */
  note(agentId: PersonId): Promise<void>
  /** Marks who is there and who is not, and frees whom those serve who were gone too long, each once whoever looks. */
  look(): Promise<void>
}

/** Somebody serves it. */
type Served = ConversationRow & { readonly agent_id: PersonId }
const isServed = (row: ConversationRow | undefined): row is Served => row?.stage === 'live' && row.agent_id !== null

export function createDrops({ database, bus, clock, settings, isConnected }: QueueParts): Drops {
  const startedAt = clock.now()
  let markedAt = 0
  const change = (work: (serving: Serving) => Promise<void>): Promise<void> =>
    database.write((trx, after) => work({ trx, after, bus, now: clock.now() }))

  const lastSeen = ({ agent_seen_at, served_at }: Served): number => Math.max(agent_seen_at, served_at ?? 0, startedAt)
  const isUnseen = (row: Served, now: number): boolean => now - lastSeen(row) > UNSEEN_MS
  // While a colleague is asked to take over, that is waited for.
  const isOverdue = ({ agent_away_since, is_transferring }: Served, now: number): boolean =>
    agent_away_since !== null &&
    is_transferring === 0 &&
    now - Math.max(agent_away_since, startedAt) >= settings()['queue.drop-seconds'] * 1_000

  const setAway = async ({ trx, after }: Serving, row: Served, since: number | null): Promise<void> => {
    await updateConversation(trx, row, { agent_away_since: since })
    announce(after, bus, row)
  }
  const markPresent = (rows: readonly Served[]): Promise<void> =>
    change(async (serving) => {
      const { trx, now } = serving
      const here = rows.map(({ id }) => id)
      await trx.updateTable('conversations').set({ agent_seen_at: now }).where('id', 'in', here).execute()
      for (const { id } of rows.filter(({ agent_away_since }) => agent_away_since !== null)) {
        const row = await findConversation(trx, id)
        if (isServed(row) && isConnected(row.agent_id)) await setAway(serving, row, null)
      }
    })
  const markGone = ({ id }: Served): Promise<void> =>
    change(async (serving) => {
      const row = await findConversation(serving.trx, id)
      if (isServed(row) && row.agent_away_since === null && isUnseen(row, serving.now)) await setAway(serving, row, serving.now)
    })

  const free = ({ id }: Served): Promise<void> =>
    change(async (serving) => {
      const { trx, after, now } = serving
      const row = await findConversation(trx, id)
      if (!isServed(row) || isConnected(row.agent_id) || !isOverdue(row, now)) return
      const stage = nextStage(row.stage, 'drop')
      if (!stage) return
      const { agent_id: droppedBy, agent_number: agentNumber } = row
      const appending = beginAppending(trx, after, bus, now)
      appending.addEvent(row, { type: 'agent-dropped', agentNumber: agentNumber ?? '' })
      await appending.store()
      await updateConversation(trx, row, { stage, agent_id: null, served_at: null, agent_away_since: null, agent_seen_at: 0 })
      await placeAtEnd({ trx, now, isConnected }, row, { reason: 'agent-dropped', priority: priorities.dropped, droppedBy })
      announce(after, bus, Object.assign(row, { agent_number: null }), droppedBy)
      queueChanged({ after, bus }, row.office_id)
    })

  return {
    async note(agentId) {
      // Most come and go without serving anybody.
      if ((await liveOfQuery(database.reader, agentId).execute()).length === 0) return
      await change(async (serving) => {
        const isAway = !isConnected(agentId)
        for (const row of (await liveOfQuery(serving.trx, agentId).execute()).filter(isServed)) {
          // Another process must not take whoever has just come back for one who was not seen for long.
          if (!isAway) await serving.trx.updateTable('conversations').set({ agent_seen_at: serving.now }).where('id', '=', row.id).execute()
          if (isAway !== (row.agent_away_since !== null)) await setAway(serving, row, isAway ? serving.now : null)
        }
      })
    },
    async look() {
      const now = clock.now()
      const served = (await liveQuery(database.reader).execute()).filter(isServed)
      if (now - markedAt >= MARK_EVERY_MS) {
        const here = served.filter(({ agent_id }) => isConnected(agent_id))
        if (here.length > 0) await markPresent(here)
        markedAt = now
      }
      for (const row of served.filter(({ agent_id }) => !isConnected(agent_id))) {
        if (isOverdue(row, now)) await free(row)
        else if (row.agent_away_since === null && isUnseen(row, now)) await markGone(row)
      }
    },
  }
}
