import { Type } from 'typebox'
import { BookedHandOver, HandOverReason, RatingOutcome, type Conversation } from '../domain/conversation.ts'
import { GuideMark } from '../domain/guide-progress.ts'
import type { Author, MessageBody } from '../domain/message.ts'
import { QuestionOrigin } from '../domain/question-origin.ts'
import type { QueuePlace } from '../domain/queue.ts'
import { Vote } from '../domain/vote.ts'
import { retractMessage } from '../http/conversations.ts'
import { getQueueTrace } from '../http/queue.ts'
import { ArticleId, AttachmentId, ConversationId, MessageId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Failure } from '../result.ts'
import { event, request } from './channel.ts'
import { relay } from './relay.ts'

/** 待发 → 已送达 → 已读, or 失败 with 重发. null for messages that are not one's own. */
export type Delivery = 'pending' | 'delivered' | 'read' | 'failed'

export interface LocalMessage {
  readonly id: MessageId
  /** null: written offline, its conversation not yet known to the server. */
  readonly conversationId: ConversationId | null
  /** null until the server stored it. */
  readonly seq: number | null
  readonly author: Author
  readonly at: number
  readonly body: MessageBody
  readonly delivery: Delivery | null
  /** Why it failed. */
  readonly failure: Failure | null
  /** What the taxpayer thought of it; null for what has no vote, or takes none. */
  readonly vote: Vote | null
  /** How far its guides were walked on this machine; none of those not begun. */
  readonly guides: readonly GuideMark[]
  /** What it speaks of, as that is now; null where it speaks of none, or that is not on this machine. */
  readonly quoted: QuotedMessage | null
}

export interface QuotedMessage {
  readonly id: MessageId
  readonly author: Author
  readonly body: MessageBody
}

export interface MessagePage {
  /** Oldest first. */
  readonly messages: readonly LocalMessage[]
  readonly hasEarlier: boolean
}

/** The taxpayer's window: one stream over all their conversations. */
export interface ChatView extends MessagePage {
  /** The open conversation, or the last one; null before the first. */
  readonly conversation: Conversation | null
  readonly place: QueuePlace | null
  readonly draft: string
}

const taxpayer = ['taxpayer'] as const

export const chatRequests = {
  /** What the window shows first, from the cache; respects the clear-screen mark. */
  'chat.open': request<ChatView>()(Type.Object({}), taxpayer),
  /** 点击加载: messages before the given one, null: the newest, also those behind the clear-screen mark. */
  'chat.loadEarlier': request<MessagePage>()(Type.Object({ before: Type.Union([MessageId, Type.Null()]) }), taxpayer),
  /** 清屏: from now on the stream starts empty; nothing is deleted. */
  'chat.clear': request<null>()(Type.Object({}), taxpayer),
  /** Kept in the outbox before it is sent. `articleId`: a question of the knowledge base was picked, `origin` says where; at the console, the text is this article's answer. conversationId: the console names one, the taxpayer's window gives null. */
  'chat.send': request<LocalMessage>()(
    Type.Object({
      conversationId: Type.Union([ConversationId, Type.Null()]),
      text: Type.String({ maxLength: limits.messageTextMaxLength * 10 }),
      articleId: Type.Optional(ArticleId),
      origin: Type.Optional(QuestionOrigin),
      /** 引用. */
      quote: Type.Optional(MessageId),
    }),
  ),
  /**
   * A picture or file that was chosen for this conversation: in its stream at once, sent when it is uploaded; what is written after it
   * waits for that. Errors: ATTACHMENT_NOT_FOUND, CONVERSATION_NOT_FOUND, TALK_FILE_NOT_SERVED.
   */
  'chat.sendFile': request<LocalMessage>()(Type.Object({ conversationId: ConversationId, attachmentId: AttachmentId })),
  /** 重发 a failed message under its own id. `isConfirmed`: 仍要发送, after its author was asked about a word. */
  'chat.resend': request<LocalMessage>()(Type.Object({ id: MessageId, isConfirmed: Type.Optional(Type.Boolean()) })),
  /** Take a failed message out of the stream, or a picture or file that is still on its way up. */
  'chat.discard': request<null>()(Type.Object({ id: MessageId })),
  /** 撤回. */
  'chat.retract': relay(retractMessage, ['taxpayer', 'console']),
  /**
   * 查找记录: in what this machine has of the talk, the newest first, with a line or without; two characters will do. `conversationId`
   * null: everything of a taxpayer's own.
   */
  'chat.search': request<SearchPage>()(
    Type.Object({
      text: Type.String({ maxLength: limits.historySearchMaxLength }),
      conversationId: Type.Union([ConversationId, Type.Null()]),
    }),
  ),
  'chat.saveDraft': request<null>()(
    Type.Object({
      conversationId: Type.Union([ConversationId, Type.Null()]),
      text: Type.String({ maxLength: limits.messageTextMaxLength * 10 }),
    }),
  ),
  /** All up to this message were seen by the person at this window. */
  'chat.markRead': request<null>()(Type.Object({ conversationId: ConversationId, seq: Type.Integer({ minimum: 1 }) })),
  /** 有用 / 无用 on an answer. It needs the line: HOST_OFFLINE without one, and nothing is kept for later. */
  'chat.vote': request<Vote>()(
    Type.Object({ messageId: MessageId, ...Vote.properties, remark: Type.String({ maxLength: limits.voteRemarkMaxLength }) }),
    taxpayer,
  ),
  /** How far the guide of an answer was walked: kept on this machine, with or without a line. Errors: NOT_FOUND (the message has no guide to walk). */
  'chat.walkGuide': request<LocalMessage>()(Type.Object({ messageId: MessageId, mark: GuideMark }), taxpayer),
  'queue.join': request<QueuePlace | null>()(Type.Object({ reason: HandOverReason, how: Type.Optional(BookedHandOver) }), taxpayer),
  'queue.cancel': request<null>()(Type.Object({}), taxpayer),
  /** 轮到我时叫我. */
  'queue.setCallBack': request<QueuePlace>()(Type.Object({ callsBack: Type.Boolean() }), taxpayer),
  'queue.answer': request<null>()(Type.Object({}), taxpayer),
  'queue.trace': relay(getQueueTrace, taxpayer),
  'queue.defer': request<QueuePlace>()(Type.Object({}), taxpayer),
  /** `isClosing`: the taxpayer closes the window, which ends it also while it is transferred. */
  'conversation.end': request<Conversation>()(Type.Object({ conversationId: ConversationId, isClosing: Type.Optional(Type.Boolean()) })),
  'conversation.rate': request<Conversation>()(
    Type.Object({
      conversationId: ConversationId,
      outcome: RatingOutcome,
      remark: Type.String({ maxLength: limits.ratingRemarkMaxLength }),
    }),
    taxpayer,
  ),
}

/** A message that has the words, cut to one line about them. */
export interface SearchHit {
  readonly messageId: MessageId
  readonly author: Author
  readonly at: number
  readonly before: string
  readonly words: string
  readonly after: string
}
export interface SearchPage {
  readonly hits: readonly SearchHit[]
  /** There are more than are shown. */
  readonly isCut: boolean
}

export const chatEvents = {
  /** New or changed messages of one conversation (upsert by id), and ids that left the stream. */
  'messages.changed': event<{ readonly messages: readonly LocalMessage[]; readonly removed: readonly MessageId[] }>(),
  'conversation.changed': event<Conversation>(),
  'place.changed': event<QueuePlace | null>(),
}
