// 监控大屏: how an office stands now, and how its day went. A day is Beijing's.
import { Type, type Static } from 'typebox'
import { PersonId, SkillGroupId } from '../ids.ts'
import { Presence } from './presence.ts'
import { Rate } from './yardstick.ts'

const count = Type.Integer({ minimum: 0 })
const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

export const WallAgent = Type.Object({
  id: PersonId,
  number: Type.String(),
  name: Type.String(),
  presence: Presence,
  /** Since when; null where nobody knows (离线). */
  since: nullable(Type.Integer()),
  serving: count,
  capacity: count,
  /** Conversations they were connected to today. */
  servedToday: count,
  /** Of their conversations that ended today: from connecting to the end; null where there is none. */
  averageTalkMs: nullable(count),
})
export type WallAgent = Static<typeof WallAgent>

export const WallGroup = Type.Object({
  id: SkillGroupId,
  name: Type.String(),
  waiting: count,
  /** Since when whoever has waited longest does. */
  waitingSince: nullable(Type.Integer()),
  /** 示闲, connected, with room for one more. */
  agentsFree: count,
  agentsConnected: count,
})
export type WallGroup = Static<typeof WallGroup>

/** One hour of today, for the curves. */
export const WallHour = Type.Object({
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  asked: count,
  connectedInTime: Rate,
  abandoned: Rate,
})
export type WallHour = Static<typeof WallHour>

export const LiveWall = Type.Object({
  /** When it was reckoned. */
  at: Type.Integer(),
  waiting: count,
  waitingSince: nullable(Type.Integer()),
  /** Live conversations. */
  serving: count,
  presences: Type.Object({ idle: count, busy: count, resting: count, offline: count }),
  today: Type.Object({
    /** All who asked for a person. */
    asked: count,
    connectedInTime: Rate,
    abandoned: Rate,
    repliedInTime: Rate,
    averageWaitMs: nullable(count),
    /** Left since yesterday 00:00. */
    mailboxInTime: Rate,
  }),
  /** From midnight to now. */
  hours: Type.Array(WallHour),
  /** By number. */
  agents: Type.Array(WallAgent),
  /** Groups that somebody waits for or an agent serves, by name. */
  groups: Type.Array(WallGroup),
})
export type LiveWall = Static<typeof LiveWall>
