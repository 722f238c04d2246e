// 坐席状态. An agent sets the first three; 离线 is what the server sees when no window of theirs is connected.
import { Type } from 'typebox'

export const presences = ['idle', 'busy', 'resting', 'offline'] as const
export type Presence = (typeof presences)[number]
export const Presence = Type.Unsafe<Presence>(Type.Union(presences.map((p) => Type.Literal(p))))

export const presenceLabels: Record<Presence, string> = { idle: '示闲', busy: '示忙', resting: '小休', offline: '离线' }

/** Why the server set it: too many offers in a row were let lapse. */
export const presenceReasons = ['lapsed'] as const
export type PresenceReason = (typeof presenceReasons)[number]
export const PresenceReason = Type.Unsafe<PresenceReason>(Type.Union(presenceReasons.map((reason) => Type.Literal(reason))))

/** Only an idle agent is given conversations; the others keep those they have. */
export const takesConversations = (presence: Presence): boolean => presence === 'idle'
