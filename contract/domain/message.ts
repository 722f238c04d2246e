// A message: stored once, ordered by the seq its conversation gave it.
import { Type, type Static } from 'typebox'
import { ConfirmationSheetId, ConversationId, MessageId, PersonId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Answer } from './answer.ts'
import { Attachment } from './attachment.ts'
import { HandOverReason } from './conversation.ts'
import { HarassmentAction, HarassmentCondition } from './harassment.ts'

export const authors = ['taxpayer', 'agent', 'bot', 'system'] as const
export type Author = (typeof authors)[number]
export const Author = Type.Unsafe<Author>(Type.Union(authors.map((a) => Type.Literal(a))))

/** `quote`: the message of the same conversation that it speaks of; what that says is read there, so that it is gone when it is taken back. */
export const TextBody = Type.Object({ kind: Type.Literal('text'), text: Type.String(), quote: Type.Optional(MessageId) })
export const AnswerBody = Type.Object({ kind: Type.Literal('answer'), replyTo: MessageId, answer: Answer })

/** `size`: of its display picture, in pixels; null until the server has made it. */
export const PictureBody = Type.Object({
  kind: Type.Literal('picture'),
  attachment: Attachment,
  size: Type.Union([Type.Object({ width: Type.Integer(), height: Type.Integer() }), Type.Null()]),
})
export const FileBody = Type.Object({ kind: Type.Literal('file'), attachment: Attachment })
export type PictureBody = Static<typeof PictureBody>
export type FileBody = Static<typeof FileBody>

/**
 * 撤回: its author took it back. What it said stays in the store; `text` (of a picture or file its name) is for supervisors alone and null for everybody else.
 */
export const RetractedBody = Type.Object({ kind: Type.Literal('retracted'), text: Type.Union([Type.String(), Type.Null()]) })

/** What happened to the conversation, told in its stream so that both sides read the same story. */
export const EventBody = Type.Object({
  kind: Type.Literal('event'),
  event: Type.Union([
    Type.Object({ type: Type.Literal('queued'), reason: HandOverReason }),
    Type.Object({ type: Type.Literal('queue-cancelled') }),
    /** No window of theirs was open for longer than a place is kept. */
    Type.Object({ type: Type.Literal('queue-left') }),
    /** 轮到我时叫我: called, and not answered for now; or, the last time, not at all. */
    Type.Object({ type: Type.Literal('call-unanswered'), isDeferred: Type.Boolean(), isDropped: Type.Boolean() }),
    Type.Object({ type: Type.Literal('served'), agentNumber: Type.String() }),
    /** 转接: asked for, come to nothing (`agentNumber` goes on), or done. */
    Type.Object({ type: Type.Literal('transfer-asked') }),
    Type.Object({ type: Type.Literal('transfer-failed'), agentNumber: Type.String() }),
    Type.Object({ type: Type.Literal('transferred'), fromNumber: Type.String(), agentNumber: Type.String() }),
    /** `agentNumber` served, and was gone for too long: the taxpayer waits at the front. */
    Type.Object({ type: Type.Literal('agent-dropped'), agentNumber: Type.String() }),
    Type.Object({ type: Type.Literal('ended'), by: Type.Union([Type.Literal('taxpayer'), Type.Literal('agent'), Type.Literal('system')]) }),
    Type.Object({ type: Type.Literal('rating-asked') }),
    /** 撤回: not a line of its own; whoever holds the message forgets what it said. */
    Type.Object({ type: Type.Literal('retracted'), messageId: MessageId }),
    /** 防骚扰: what was done, until when, and the number to appeal with. */
    Type.Object({
      type: Type.Literal('intercepted'),
      number: Type.String(),
      condition: HarassmentCondition,
      action: HarassmentAction,
      until: Type.Union([Type.Integer(), Type.Null()]),
    }),
    /** `until`: null where it was lifted. */
    Type.Object({ type: Type.Literal('interception-changed'), number: Type.String(), until: Type.Union([Type.Integer(), Type.Null()]) }),
    /** 业务办理服务确认单: its card stands here, as it is by now. */
    Type.Object({ type: Type.Literal('sheet-sent'), sheetId: ConfirmationSheetId, matter: Type.String() }),
  ]),
})
export const MessageBody = Type.Union([TextBody, AnswerBody, PictureBody, FileBody, RetractedBody, EventBody])
export type MessageBody = Static<typeof MessageBody>

const quotable: ReadonlySet<MessageBody['kind']> = new Set(['text', 'answer', 'picture', 'file'])
/** Whether somebody said something with it. */
export const isQuotable = ({ kind }: MessageBody): boolean => quotable.has(kind)
export type StreamEvent = Static<typeof EventBody>['event']

export const Message = Type.Object({
  id: MessageId,
  conversationId: ConversationId,
  /** 1, 2, 3 … within the conversation, without gaps. */
  seq: Type.Integer({ minimum: 1 }),
  author: Author,
  /** null for the bot and the system. */
  authorId: Type.Union([PersonId, Type.Null()]),
  /** When the server stored it, milliseconds since 1970. */
  at: Type.Integer(),
  body: MessageBody,
})
export type Message = Static<typeof Message>

/** Control characters (but tab and line break) and bidirectional overrides removed, line ends as \n. */
export const withoutControls = (raw: string): string =>
  raw.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')

export type TextRefusal = 'MESSAGE_EMPTY' | 'MESSAGE_TOO_LONG'

/**
 * A text as it may be stored: control characters (but tab and line break) and bidirectional overrides removed,
 * line ends as \n, blank ends trimmed. Both sides of the wire call it, so that what is shown is what is stored.
 * Errors: MESSAGE_EMPTY, MESSAGE_TOO_LONG (more than `limits.messageTextMaxLength` UTF-16 units).
 */
export function cleanText(raw: string): { ok: true; text: string } | { ok: false; code: TextRefusal } {
  const text = withoutControls(raw).trim()
  // Zero-width characters join emoji and stay; alone they show nothing.
  if (text.replace(/[\u200b-\u200d\u2060\s]/g, '') === '') return { ok: false, code: 'MESSAGE_EMPTY' }
  if (text.length > limits.messageTextMaxLength) return { ok: false, code: 'MESSAGE_TOO_LONG' }
  return { ok: true, text: text.toWellFormed() }
}

/** A remark beside a rating or a vote: as clean as a message; nothing said is nothing kept. */
export function cleanRemark(remark: string): string {
  const cleaned = cleanText(remark)
  return cleaned.ok ? cleaned.text : ''
}
