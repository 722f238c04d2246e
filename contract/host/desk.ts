// The console's workbench (坐席端工作台).
import { Type } from 'typebox'
import type { AppointmentEvent } from '../domain/appointment.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Person } from '../domain/person.ts'
import type { Presence, PresenceReason } from '../domain/presence.ts'
import type { QueueBoard } from '../domain/queue.ts'
import type { AgentTransfers } from '../domain/transfer.ts'
import type { RecordPage } from '../domain/record-page.ts'
import { ConversationId, MessageId, TicketId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { MessagePage } from './chat.ts'
import { getQueueTrace } from '../http/queue.ts'
import { event, request } from './channel.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

/** A row in the workbench's list. */
export interface DeskConversation {
  readonly conversation: Conversation
  readonly taxpayer: Person
  /** The taxpayer's messages the agent has not seen. */
  readonly unread: number
  /** One line of the newest message; '' when there is none. */
  readonly preview: string
  readonly lastAt: number
  /** Since when the taxpayer waits for a reply, null when the agent spoke last. */
  readonly waitingSince: number | null
}

export interface DeskView {
  readonly presence: Presence
  /** Why the server set it; null where the agent did. */
  readonly presenceReason: PresenceReason | null
  readonly board: QueueBoard | null
  readonly transfers: AgentTransfers
  /** Live ones first, then ended, newest first. */
  readonly conversations: readonly DeskConversation[]
}

export interface DeskTalk extends MessagePage {
  readonly conversation: Conversation
  readonly taxpayer: Person
  readonly draft: string
}

/** What an officer says about a record. Its text and its files lie under one key until it is sent. */
export const writtenKey = (page: RecordPage, id: string, what: string): string => `${page}:${id}:${what}`

/** Of a text or a form; a form is kept as JSON, which takes more room. */
const draftKey = Type.String({ pattern: '^[a-z][a-zA-Z0-9:-]{0,119}$' })
const DRAFT_ROOM = 6

export const deskRequests = {
  'desk.open': request<DeskView>()(Type.Object({}), console),
  'desk.setPresence': request<Presence>()(
    Type.Object({ presence: Type.Union([Type.Literal('idle'), Type.Literal('busy'), Type.Literal('resting')]) }),
    console,
  ),
  /** 呼叫: the named place, or with null the next. One who wanted to be called stays queued until they answer. */
  'desk.take': request<Conversation>()(Type.Object({ ticketId: Type.Union([TicketId, Type.Null()]) }), console),
  /** 暂不接待: whom they were offered; the next agent is asked. Accepting is `desk.take` with the place. */
  'desk.declineOffer': request<null>()(Type.Object({ ticketId: TicketId }), console),
  /** Why somebody still waits. */
  'desk.queueTrace': relay(getQueueTrace, console),
  'desk.withdrawCall': request<null>()(Type.Object({ ticketId: TicketId }), console),
  'desk.talk': request<DeskTalk>()(Type.Object({ conversationId: ConversationId }), console),
  'desk.loadEarlier': request<MessagePage>()(Type.Object({ conversationId: ConversationId, before: MessageId }), console),
  /** What was written under that key and not sent; '' where there is nothing. */
  'desk.draft': request<{ readonly text: string }>()(Type.Object({ key: draftKey }), console),
  /** '': nothing is to be kept. */
  'desk.saveDraft': request<null>()(
    Type.Object({ key: draftKey, text: Type.String({ maxLength: limits.leaveMessageMaxLength * DRAFT_ROOM }) }),
    console,
  ),
}

export const deskEvents = {
  'desk.changed': event<DeskView>(),
  /** A 留言, 预约 or 工单 of the office was made or changed. `news`: what became of an appointment of one's own, and not by oneself. */
  'desk.recordChanged': event<{ readonly page: RecordPage; readonly id: string; readonly news: AppointmentEvent | null }>(),
}
