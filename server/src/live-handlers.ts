// What live frames mean: joins the gateway to the features, and the bus to the lines.
import { failure, DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { closeCodes } from '@zhengna/contract/realtime/frames.ts'
import type { Caller } from './platform/auth/tokens.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { GatewayHandlers } from './platform/live/gateway.ts'
import type { Lines } from './platform/live/lines.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Conversations, Draft, Journal } from './features/conversations/index.ts'
import type { Favourites } from './features/favourites/index.ts'
import type { Knowledge } from './features/knowledge/index.ts'
import type { Notices } from './features/notices/index.ts'
import type { Sessions } from './features/sessions/index.ts'
import type { Transfers } from './features/transfers/index.ts'
import type { TypingNotes } from './features/typing/index.ts'
import type { Votes } from './features/votes/index.ts'
import type { PresenceService } from './features/presence/index.ts'
import type { Attendance, Drops, QueueAudience, QueueView } from './features/queue/index.ts'

export interface LiveParts {
  readonly bus: Bus
  readonly lines: Lines
  readonly metrics: Metrics
  readonly journal: Journal
  readonly conversations: Conversations
  readonly queueView: QueueView
  readonly presence: PresenceService
  readonly knowledge: Knowledge
  readonly sessions: Sessions
  readonly votes: Votes
  readonly notices: Notices
  /** How often desktops remind of unread to-dos; as set now. */
  readonly reminderMinutes: () => number
  readonly favourites: Favourites
  readonly attendance: Attendance
  readonly drops: Drops
  readonly transfers: Transfers
  readonly typing: TypingNotes
  readonly onError: (error: unknown) => void
}

const RECENT_CONVERSATIONS = 20
/** Unacknowledged messages one line may have under way; a client of ours waits long before. */
const IN_FLIGHT_MAX = 1_000

export function createLiveHandlers({
  bus,
  lines,
  metrics,
  journal,
  conversations,
  queueView,
  presence,
  knowledge,
  sessions,
  votes,
  notices,
  reminderMinutes,
  favourites,
  attendance,
  drops,
  transfers,
  typing,
  onError,
}: LiveParts): GatewayHandlers {
  const noteAttendance = ({ role, personId, officeId }: Caller): void => {
    if (role === 'taxpayer') attendance.note(personId, officeId).catch(onError)
    else {
      bus.publish('presence.changed', { personId, officeId })
      drops.note(personId).catch(onError)
    }
  }
  const inFlight = new WeakMap<object, number>()
  /** A message of theirs could not be stored: they come back and send again from there, so that nothing overtakes it. */
  const broken = new WeakSet<object>()
  return {
    isSessionOpen: (caller) => sessions.isOpen(caller.sessionId),
    async welcome(caller) {
      const officer = caller.role === 'agent' || caller.role === 'supervisor'
      const talks = caller.role === 'taxpayer' || officer
      const recent = talks ? await conversations.list(caller, undefined, RECENT_CONVERSATIONS) : []
      return {
        conversations: recent,
        votes: await votes.in(recent.map(({ id }) => id)),
        notices: caller.role === 'taxpayer' ? await notices.standing(caller.personId) : null,
        reminderMinutes: caller.role === 'taxpayer' ? reminderMinutes() : null,
        favourites: caller.role === 'taxpayer' ? await favourites.standing(caller.personId) : null,
        showsTyping: typing.showsTyping(),
        knowledgeVersion: knowledge.snapshot().version,
        place: caller.role === 'taxpayer' ? await queueView.placeOf(caller) : null,
        presence: officer ? (await presence.of(caller.personId)).presence : null,
        board: officer ? await queueView.boardOf(caller) : null,
        transfers: caller.role === 'agent' ? await transfers.of(caller.personId) : null,
      }
    },

    // What changed while the welcome was put together may have gone out before it: told again, it is the last word.
    welcomed: (caller) => bus.publish('queue.changed', { officeId: caller.officeId }),

    async frame(line, frame) {
      const { caller } = line
      if (frame.type === 'read') {
        try {
          await conversations.markRead(caller, frame.conversationId, frame.seq)
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          line.send({ type: 'refused', id: null, error: error.failure })
        }
        return
      }
      if (frame.type === 'typing') return typing.note(caller, frame)
      // A supervisor speaks where they took over: what they do not serve does not exist for them to speak in.
      if (caller.role !== 'taxpayer' && !isOfficer(caller)) {
        line.send({ type: 'refused', id: frame.id, error: failure('FORBIDDEN') })
        return
      }
      if (broken.has(line)) return
      const underWay = inFlight.get(line) ?? 0
      if (underWay >= IN_FLIGHT_MAX) {
        line.send({ type: 'refused', id: frame.id, error: failure('RATE_LIMITED', { seconds: 1 }) })
        return
      }
      inFlight.set(line, underWay + 1)
      const { id, conversationId, text, articleId, origin, offlineAnswer, confirmed, attachmentId, quote } = frame
      const draft: Draft = {
        id,
        conversationId,
        text,
        author: caller.role === 'taxpayer' ? 'taxpayer' : 'agent',
        authorId: caller.personId,
        ...(attachmentId && { attachmentId }),
        ...(quote && { quote }),
        ...(articleId && { articleId }),
        ...(origin && { origin }),
        ...(offlineAnswer && { offlineAnswer }),
        ...(confirmed && { isConfirmed: true }),
      }
      try {
        const stored = await journal.submit(draft)
        if (stored.ok) {
          const { seq, at, text: changed } = stored
          line.send({ type: 'ack', id, conversationId: stored.conversationId, seq, at, ...(changed !== undefined && { text: changed }) })
        } else line.send({ type: 'refused', id, error: failure(stored.code, { max: limits.messageTextMaxLength, ...stored.detail }) })
      } catch {
        // Nothing was stored; the client keeps the message and sends it again.
        line.send({ type: 'refused', id, error: failure('INTERNAL') })
        if (!broken.has(line)) line.close(closeCodes.goingAway)
        broken.add(line)
      } finally {
        inFlight.set(line, (inFlight.get(line) ?? 1) - 1)
      }
    },

    opened(caller) {
      metrics.liveConnections.set(lines.count)
      noteAttendance(caller)
    },
    closed(caller) {
      metrics.liveConnections.set(lines.count)
      noteAttendance(caller)
    },
    refused: (code) => metrics.refusals.inc({ code }),
  }
}

/** Carries what the bus tells to the lines of those it concerns. */
export function carryToLines(
  { bus, lines, presence, knowledge, transfers }: Pick<LiveParts, 'bus' | 'lines' | 'presence' | 'knowledge' | 'transfers'>,
  onError: (error: unknown) => void,
): void {
  bus.subscribe('message.stored', ({ message, taxpayerId, agentId }) => {
    if (!lines.isConnected(taxpayerId) && !(agentId && lines.isConnected(agentId))) return
    const json = JSON.stringify({ type: 'message', message })
    for (const line of lines.of(taxpayerId)) line.sendRaw(json)
    if (agentId) for (const line of lines.of(agentId)) line.sendRaw(json)
  })
  bus.subscribe('conversation.changed', ({ conversation, formerAgentId }) => {
    const concerned = [conversation.taxpayerId, conversation.agent?.id, formerAgentId].filter((id) => id !== undefined)
    for (const personId of concerned) lines.send(personId, { type: 'conversation', conversation })
    if (conversation.stage === 'bot' || conversation.stage === 'live' || conversation.stage === 'ended') {
      lines.send(conversation.taxpayerId, { type: 'place', place: null })
    }
  })
  bus.subscribe('transfers.changed', ({ agentIds }) => {
    for (const agentId of new Set(agentIds))
      transfers.of(agentId).then((now) => lines.send(agentId, { type: 'transfers', transfers: now }), onError)
  })
  bus.subscribe('vote.given', ({ messageId, vote, taxpayerId, agentId }) => {
    for (const personId of agentId ? [taxpayerId, agentId] : [taxpayerId]) lines.send(personId, { type: 'vote', messageId, vote })
  })
  bus.subscribe('notice.changed', ({ personId, notice, unread }) => lines.send(personId, { type: 'notice', notice, unread }))
  bus.subscribe('confirmation-sheet.changed', ({ news, taxpayerId, officeId }) => {
    lines.send(taxpayerId, { type: 'sheet', news })
    for (const line of lines.all()) if (isOfficerOf(officeId, line.caller)) line.send({ type: 'sheet', news })
  })
  bus.subscribe('interceptions.changed', ({ officeId }) => {
    for (const line of lines.all())
      if (line.caller.role === 'supervisor' && line.caller.officeId === officeId) line.send({ type: 'interceptions' })
  })
  bus.subscribe('whispered', ({ whisper, agentId }) => lines.send(agentId, { type: 'whisper', whisper }))
  bus.subscribe('favourite.toggled', ({ personId, change }) => lines.send(personId, { type: 'favourite', change }))
  bus.subscribe('shortcuts.chosen', ({ personId, choice }) => lines.send(personId, { type: 'shortcuts', choice }))
  bus.subscribe('presence.changed', ({ personId }) => {
    presence.of(personId).then((now) => lines.send(personId, { type: 'presence', ...now }), onError)
  })
  knowledge.onReplaced(({ version }) => {
    const json = JSON.stringify({ type: 'knowledge', version })
    for (const line of lines.all()) line.sendRaw(json)
  })
  bus.subscribe('session.ended', ({ sessionId }) => {
    for (const line of lines.all()) if (line.caller.sessionId === sessionId) line.close(closeCodes.signedOut)
  })
}

/** An administrator set another interval: desktops follow at once. */
export function tellReminder(lines: Lines, minutes: number): void {
  for (const line of lines.all()) if (line.caller.role === 'taxpayer') line.send({ type: 'reminder', minutes })
}

/** That what the supervisors of an office watch has changed. */
export const tellSupervisors =
  (lines: Lines) =>
  (officeId: OfficeId): void => {
    for (const line of lines.all())
      if (line.caller.role === 'supervisor' && line.caller.officeId === officeId) line.send({ type: 'supervision' })
  }

export const isOfficerOf = (officeId: OfficeId, caller: Caller): boolean => caller.officeId === officeId && isOfficer(caller)
const isOfficer = ({ role }: Pick<Caller, 'role'>): boolean => role === 'agent' || role === 'supervisor'

/** Who hears of a queue: officers with a window open, taxpayers who wait. */
export function queueAudience(lines: Lines): QueueAudience {
  return {
    officersOf: (officeId) => {
      const officers = new Set<PersonId>()
      for (const { caller } of lines.all()) if (isOfficerOf(officeId, caller)) officers.add(caller.personId)
      return [...officers]
    },
    tellPlace: (taxpayerId, place) => lines.send(taxpayerId, { type: 'place', place }),
    tellBoard: (officerId, board) => lines.send(officerId, { type: 'board', board }),
  }
}
