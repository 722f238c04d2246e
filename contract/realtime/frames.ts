// The live line: one WebSocket per client at /api/live, JSON text frames, protocol version 1.
// The first frame is `hello`; nothing else is taken before it. The server may put several frames into one
// WebSocket message as a JSON array, because one write for many is what keeps it fast.
import { Type, type Static } from 'typebox'
import { appointmentEvents, type AppointmentEvent } from '../domain/appointment.ts'
import { SheetNews } from '../domain/confirmation-sheet-record.ts'
import { Conversation } from '../domain/conversation.ts'
import { FavouriteChange } from '../domain/favourite.ts'
import { Whisper } from '../domain/live-talk.ts'
import { Message } from '../domain/message.ts'
import { Notice, NoticeStanding, UnreadNotices } from '../domain/notice.ts'
import { Presence, PresenceReason } from '../domain/presence.ts'
import { QueueBoard, QueuePlace } from '../domain/queue.ts'
import { RecordPage } from '../domain/record-page.ts'
import { ShortcutChoice } from '../domain/shortcut.ts'
import { Decision } from '../domain/answer.ts'
import { AgentTransfers } from '../domain/transfer.ts'
import { VotedAnswer } from '../domain/vote.ts'
import { QuestionOrigin } from '../domain/question-origin.ts'
import { ArticleId, AttachmentId, ConversationId, MessageId } from '../ids.ts'
import { limits } from '../limits.ts'

export const PROTOCOL_VERSION = 1
export const LIVE_PATH = '/api/live'

export const Hello = Type.Object({ type: Type.Literal('hello'), version: Type.Integer(), token: Type.String({ maxLength: 2048 }) })

/** A fresh access token before the old one ends; the line stays open. */
export const Renew = Type.Object({ type: Type.Literal('renew'), token: Type.String({ maxLength: 2048 }) })

/**
 * A text from a taxpayer or an agent. A taxpayer's lands in their open conversation, a new one is opened
 * (with the given id, where it is new) if none is open; an agent names one they serve.
 * `articleId`: of a taxpayer, a question of the knowledge base was picked, so the answer is known; of an agent, the text is this
 * article's answer, so that the taxpayer is told when it changes. `origin`: where it was picked; absent: typed, or an offered option
 * where there is an `articleId`. `offlineAnswer`: the desktop already answered
 * from its snapshot; the server stores that answer instead of making its own. `confirmed`: its author was asked about a word
 * (MESSAGE_WARNED) and sends it all the same. `attachmentId`: a picture or file that was uploaded for a talk, in a conversation that a
 * person serves; the text is ''. `quote`: the message that it speaks of, in the same live conversation; left out by the server where
 * there is no such.
 */
export const SendMessage = Type.Object({
  type: Type.Literal('message.send'),
  id: MessageId,
  conversationId: Type.Union([ConversationId, Type.Null()]),
  // Twice the limit passes the frame, so that what is a little too long gets the message that says so.
  text: Type.String({ maxLength: limits.messageTextMaxLength * 10 }),
  articleId: Type.Optional(ArticleId),
  origin: Type.Optional(QuestionOrigin),
  offlineAnswer: Type.Optional(Type.Object({ decision: Decision, articleId: Type.Union([ArticleId, Type.Null()]) })),
  confirmed: Type.Optional(Type.Boolean()),
  attachmentId: Type.Optional(AttachmentId),
  quote: Type.Optional(MessageId),
})
export type SendMessage = Static<typeof SendMessage>

export const MarkRead = Type.Object({ type: Type.Literal('read'), conversationId: ConversationId, seq: Type.Integer({ minimum: 1 }) })

/**
 * Somebody is typing (or dictating) in a live conversation, or where a person may take them any moment: timers that wait for them stand
 * still. `text`: what stands in the input box, '' when it is empty again; a taxpayer's goes to the agent where the welcome said that it
 * is shown, never anybody's to a taxpayer. Kept nowhere. Refused by silence: too often, or nothing to do with it.
 */
export const Typing = Type.Object({
  type: Type.Literal('typing'),
  conversationId: Type.Union([ConversationId, Type.Null()]),
  text: Type.String({ maxLength: limits.messageTextMaxLength * 2 }),
})
export type Typing = Static<typeof Typing>

export const clientFrames = { hello: Hello, renew: Renew, 'message.send': SendMessage, read: MarkRead, typing: Typing } as const
export type ClientFrameType = keyof typeof clientFrames
export type ClientFrame = { [T in ClientFrameType]: Static<(typeof clientFrames)[T]> }[ClientFrameType]

/** How often the desktop reminds of unread to-dos; 0: never. */
const ReminderMinutes = Type.Integer({ minimum: 0 })

/** What is open or recent; a client fetches the messages it lacks by comparing lastSeq. */
export const Welcome = Type.Object({
  type: Type.Literal('welcome'),
  version: Type.Integer(),
  serverTime: Type.Integer(),
  conversations: Type.Array(Conversation),
  knowledgeVersion: Type.String(),
  place: Type.Union([QueuePlace, Type.Null()]),
  presence: Type.Union([Presence, Type.Null()]),
  board: Type.Union([QueueBoard, Type.Null()]),
  /** null but for agents. */
  transfers: Type.Union([AgentTransfers, Type.Null()]),
  /** All votes on answers of `conversations`. */
  votes: Type.Array(VotedAnswer),
  /** null for officers, who have none. */
  notices: Type.Union([NoticeStanding, Type.Null()]),
  /** null for officers. */
  reminderMinutes: Type.Union([ReminderMinutes, Type.Null()]),
  /** Whether the agent sees what a taxpayer types before it is sent. */
  showsTyping: Type.Boolean(),
  /** The newest revision of one's own favourites; null for officers, who have none. */
  favourites: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
})

/** The message is stored and safe. Sending the same id again gives the same acknowledgement. */
export const Acknowledged = Type.Object({
  type: Type.Literal('ack'),
  id: MessageId,
  conversationId: ConversationId,
  seq: Type.Integer(),
  at: Type.Integer(),
  /** What was stored, where the sensitive-word filter changed it: the author keeps no other text either. */
  text: Type.Optional(Type.String()),
})

/** A frame was not taken. `id`: the message it was about, null where it could not be told. */
export const Refused = Type.Object({
  type: Type.Literal('refused'),
  id: Type.Union([MessageId, Type.Null()]),
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    detail: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  }),
})
export const MessageStored = Type.Object({ type: Type.Literal('message'), message: Message })
export const ConversationChanged = Type.Object({ type: Type.Literal('conversation'), conversation: Conversation })
export const PlaceChanged = Type.Object({ type: Type.Literal('place'), place: Type.Union([QueuePlace, Type.Null()]) })
export const BoardChanged = Type.Object({ type: Type.Literal('board'), board: QueueBoard })
/** To an agent: what they are asked to take over, and what became of what they asked. */
export const TransfersChanged = Type.Object({ type: Type.Literal('transfers'), transfers: AgentTransfers })
/** `reason`: why the server set it; null where the agent did. */
export const PresenceChanged = Type.Object({
  type: Type.Literal('presence'),
  presence: Presence,
  reason: Type.Union([PresenceReason, Type.Null()]),
})
/** A vote was given, on whatever device: to the taxpayer, and to the agent who serves or served the conversation. */
export const VoteGiven = Type.Object({ type: Type.Literal('vote'), ...VotedAnswer.properties })
/** An administrator changed it. */
export const ReminderChanged = Type.Object({ type: Type.Literal('reminder'), minutes: ReminderMinutes })
/** A notice is new, was read on whatever device, or was withdrawn; `unread` counts after it. */
export const NoticeChanged = Type.Object({ type: Type.Literal('notice'), notice: Notice, unread: UnreadNotices })
/** Something was done with a confirmation sheet: to its taxpayer, and to the officers of its office. */
export const SheetChanged = Type.Object({ type: Type.Literal('sheet'), news: SheetNews })
/** An answer was kept or is kept no longer, on whatever device. */
export const FavouriteToggled = Type.Object({ type: Type.Literal('favourite'), change: FavouriteChange })
/** Another choice of tiles, made on whatever device. */
export const ShortcutsChosen = Type.Object({ type: Type.Literal('shortcuts'), choice: ShortcutChoice })
/**
 * To the taxpayer whose it is, and to the officers of the office: a 留言, 预约 or 工单 was made or changed, and is to be asked for again
 * where it is shown; one that got lost is made up for by asking anew after each welcome. `news`, to officers: what the taxpayer or the
 * clock made of an appointment that they proposed or invite to.
 */
export const RecordChanged = Type.Object({
  type: Type.Literal('record'),
  page: RecordPage,
  id: Type.String(),
  news: Type.Union([Type.Unsafe<AppointmentEvent>(Type.Union(appointmentEvents.map((event) => Type.Literal(event)))), Type.Null()]),
})
/** The other side types; null: they do not any more, or have sent it. '' : they do, and what is not shown. */
export const TypingSeen = Type.Object({
  type: Type.Literal('typing'),
  conversationId: ConversationId,
  text: Type.Union([Type.String(), Type.Null()]),
})
/** To supervisors of the office: 拦截记录 has a new row or another state of one, and is to be asked for again where it is shown. */
export const InterceptionsChanged = Type.Object({ type: Type.Literal('interceptions') })
/** To supervisors of the office: something that 监控 shows has changed, and is to be asked for again where it is shown. */
export const SupervisionChanged = Type.Object({ type: Type.Literal('supervision') })
/** 耳语: to the agent who serves, never to a taxpayer. */
export const Whispered = Type.Object({ type: Type.Literal('whisper'), whisper: Whisper })
export const KnowledgeChanged = Type.Object({ type: Type.Literal('knowledge'), version: Type.String() })

export const serverFrames = {
  welcome: Welcome,
  ack: Acknowledged,
  refused: Refused,
  message: MessageStored,
  conversation: ConversationChanged,
  place: PlaceChanged,
  board: BoardChanged,
  transfers: TransfersChanged,
  presence: PresenceChanged,
  vote: VoteGiven,
  notice: NoticeChanged,
  reminder: ReminderChanged,
  sheet: SheetChanged,
  favourite: FavouriteToggled,
  shortcuts: ShortcutsChosen,
  record: RecordChanged,
  typing: TypingSeen,
  interceptions: InterceptionsChanged,
  supervision: SupervisionChanged,
  whisper: Whispered,
  knowledge: KnowledgeChanged,
} as const
export type ServerFrameType = keyof typeof serverFrames
export type ServerFrame = { [T in ServerFrameType]: Static<(typeof serverFrames)[T]> }[ServerFrameType]

/** Why the server closed the line. The client tells from it whether to come back by itself. */
export const closeCodes = {
  /** The server stops or restarts: come back. */
  goingAway: 1001,
  frameTooLarge: 1009,
  protocolBroken: 4400,
  signedOut: 4401,
  versionUnsupported: 4426,
  tooSlow: 4429,
} as const
