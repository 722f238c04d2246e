// Where a conversation may go: colleagues of the office who are connected, or whoever of a group the queue's own decision finds.
import type { TransferTarget, TransferTargets } from '@zhengna/contract/domain/transfer.ts'
import type { OfficeId, PersonId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { ConversationRow } from '../conversations/index.ts'
import { findPeople } from '../people/index.ts'
import { decide, standingAgents, waitingByGroup, type StandingAgent } from '../queue/index.ts'

type IsConnected = (personId: PersonId) => boolean

const hasRoom = ({ isFree, load, capacity }: StandingAgent): boolean => isFree && load < capacity

export async function targetsFor(
  db: Reader,
  { agentId, officeId }: { agentId: PersonId; officeId: OfficeId },
  isConnected: IsConnected,
): Promise<TransferTargets> {
  const standing = await standingAgents(db, officeId, isConnected)
  const colleagues = standing.filter(({ id }) => id !== agentId && isConnected(id))
  const people = new Map(
    (
      await findPeople(
        db,
        colleagues.map(({ id }) => id),
      )
    ).map((person) => [person.id, person]),
  )
  const groups = await db.selectFrom('skill_groups').selectAll().orderBy('id').execute()
  const waiting = await waitingByGroup(db, officeId)
  const agents = colleagues.map((agent) => ({
    id: agent.id,
    number: people.get(agent.id)?.agent_number ?? '',
    name: people.get(agent.id)?.name ?? '',
    presence: people.get(agent.id)?.presence ?? ('offline' as const),
    load: agent.load,
    capacity: agent.capacity,
    groupNames: groups.filter(({ id }) => agent.groups.includes(id)).map(({ name }) => name),
    isFree: hasRoom(agent),
  }))
  return {
    agents: agents.toSorted((one, other) => Number(other.isFree) - Number(one.isFree) || one.number.localeCompare(other.number)),
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      waiting: waiting.get(id) ?? 0,
      free: colleagues.filter((agent) => hasRoom(agent) && agent.groups.includes(id)).length,
    })),
  }
}

/**
 * Who is asked: the named agent, or of a group whom the queue would choose if this taxpayer stood before everybody who waits; they were
 * served already. `passed`: those who were asked before. null: nobody is free.
 */
export async function agentFor(
  db: Reader,
  conversation: Pick<ConversationRow, 'id' | 'office_id' | 'agent_id'>,
  to: TransferTarget,
  passed: readonly PersonId[],
  now: number,
  isConnected: IsConnected,
): Promise<PersonId | null> {
  const agents = (await standingAgents(db, conversation.office_id, isConnected)).filter(({ id }) => id !== conversation.agent_id)
  if (to.kind === 'agent') return agents.find((agent) => agent.id === to.agentId && hasRoom(agent))?.id ?? null
  const place = {
    id: conversation.id as string as TicketId,
    state: 'waiting' as const,
    groupId: to.groupId,
    enqueuedAt: now,
    passedUntil: 0,
    isAway: false,
    lastAgentId: null,
    declinedBy: passed,
  }
  // A skill group was asked for: others of the office do not help out.
  return decide({ tickets: [place], agents, now, overflowMs: Number.POSITIVE_INFINITY })?.agentId ?? null
}
