// The wall, reckoned from what the store has. Pure.
import type { LiveWall, WallAgent, WallGroup, WallHour } from '@zhengna/contract/domain/live-wall.ts'
import { takesConversations, type Presence } from '@zhengna/contract/domain/presence.ts'
import { abandoned, answeredInTime, averageWaitMs, connectedInTime, repliedInTime } from '@zhengna/contract/domain/yardstick.ts'
import type { PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { GroupAsk, Left, LiveTalk, WallPerson } from './wall.store.ts'

const HOUR_MS = 3_600_000

export interface WallStand {
  readonly now: number
  /** When today began. */
  readonly from: number
  /** Everybody who waits, since whichever day, in serving order. */
  readonly waiting: readonly { readonly groupId: SkillGroupId; readonly since: number }[]
  readonly live: readonly LiveTalk[]
  readonly agents: readonly WallPerson[]
  /** By a window that is connected to this process. */
  readonly isConnected: (id: PersonId) => boolean
  /** Of today. */
  readonly asks: readonly GroupAsk[]
  readonly served: readonly { readonly agent_id: PersonId | null; readonly served_at: number | null; readonly ended_at: number | null }[]
  readonly left: readonly Left[]
  readonly groups: readonly { readonly id: SkillGroupId; readonly name: string }[]
}

export function reckonWall(stand: WallStand): LiveWall {
  const { now, asks, waiting, live, left } = stand
  const agents = agentsOf(stand)
  const count = (presence: Presence): number => agents.filter((agent) => agent.presence === presence).length
  return {
    at: now,
    waiting: waiting.length,
    waitingSince: longestOf(waiting),
    serving: live.length,
    presences: { idle: count('idle'), busy: count('busy'), resting: count('resting'), offline: count('offline') },
    today: {
      asked: asks.length,
      connectedInTime: connectedInTime(asks, now),
      abandoned: abandoned(asks),
      repliedInTime: repliedInTime(asks, now),
      averageWaitMs: averageWaitMs(asks),
      mailboxInTime: answeredInTime(left, now),
    },
    hours: hoursOf(stand),
    agents,
    groups: groupsOf(stand, agents),
  }
}

const longestOf = (waiting: WallStand['waiting']): number | null =>
  waiting.length === 0 ? null : Math.min(...waiting.map(({ since }) => since))

function hoursOf({ from, now, asks }: WallStand): WallHour[] {
  const hours = Math.min(24, Math.floor((now - from) / HOUR_MS) + 1)
  return Array.from({ length: hours }, (_, hour) => {
    const those = asks.filter(({ askedAt }) => Math.floor((askedAt - from) / HOUR_MS) === hour)
    return { hour, asked: those.length, connectedInTime: connectedInTime(those, now), abandoned: abandoned(those) }
  })
}

function agentsOf({ agents, live, served, isConnected }: WallStand): WallAgent[] {
  return agents.map(({ id, number, name, presence, since, capacity }) => {
    const today = served.filter(({ agent_id }) => agent_id === id)
    const talks = today.flatMap(({ served_at, ended_at }) => (served_at !== null && ended_at !== null ? ended_at - served_at : []))
    const isHere = isConnected(id)
    return {
      id,
      number,
      name,
      presence: isHere ? presence : 'offline',
      since: isHere && since > 0 ? since : null,
      serving: live.filter(({ agent_id }) => agent_id === id).length,
      capacity,
      servedToday: today.length,
      averageTalkMs: talks.length === 0 ? null : Math.round(talks.reduce((sum, one) => sum + one, 0) / talks.length),
    }
  })
}

function groupsOf({ groups, waiting, agents }: WallStand, seen: readonly WallAgent[]): WallGroup[] {
  return groups.flatMap(({ id, name }) => {
    const those = waiting.filter(({ groupId }) => groupId === id)
    const members = new Set(agents.filter((agent) => agent.groups.includes(id)).map((agent) => agent.id))
    if (those.length === 0 && members.size === 0) return []
    const here = seen.filter((agent) => members.has(agent.id) && agent.presence !== 'offline')
    return {
      id,
      name,
      waiting: those.length,
      waitingSince: longestOf(those),
      agentsFree: here.filter(({ presence, serving, capacity }) => takesConversations(presence) && serving < capacity).length,
      agentsConnected: here.length,
    }
  })
}
