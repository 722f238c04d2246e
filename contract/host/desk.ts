// The console's workbench (坐席端工作台).
import { Type } from 'typebox'
import type { Conversation } from '../domain/conversation.ts'
import type { Person } from '../domain/person.ts'
import type { Presence } from '../domain/presence.ts'
import type { QueueBoard } from '../domain/queue.ts'
import { ConversationId, MessageId, TicketId } from '../ids.ts'
import type { MessagePage } from './chat.ts'
import { event, request } from './channel.ts'

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
  readonly board: QueueBoard | null
  /** Live ones first, then ended, newest first. */
  readonly conversations: readonly DeskConversation[]
}

export interface DeskTalk extends MessagePage {
  readonly conversation: Conversation
  readonly taxpayer: Person
  readonly draft: string
}

export const deskRequests = {
  'desk.open': request<DeskView>()(Type.Object({}), console),
  'desk.setPresence': request<Presence>()(
    Type.Object({ presence: Type.Union([Type.Literal('idle'), Type.Literal('busy'), Type.Literal('resting')]) }),
    console,
  ),
  /** 呼叫: the named place, or with null the next. One who wanted to be called stays queued until they answer. */
  'desk.take': request<Conversation>()(Type.Object({ ticketId: Type.Union([TicketId, Type.Null()]) }), console),
  'desk.withdrawCall': request<null>()(Type.Object({ ticketId: TicketId }), console),
  'desk.talk': request<DeskTalk>()(Type.Object({ conversationId: ConversationId }), console),
  'desk.loadEarlier': request<MessagePage>()(Type.Object({ conversationId: ConversationId, before: MessageId }), console),
}

export const deskEvents = {
  'desk.changed': event<DeskView>(),
}
