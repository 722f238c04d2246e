// What goes to the agent with a hand-over: what was asked, what the bot said to it, what did not help, and how the taxpayer feels. The
// taxpayer sees the same.
import { Type, type Static } from 'typebox'
import { ConversationId, MessageId } from '../ids.ts'
import { HandOverReason } from './conversation.ts'
import { VoteReason } from './vote.ts'

/** How the taxpayer's words sound. */
export const moods = ['calm', 'upset', 'agitated'] as const
export type Mood = (typeof moods)[number]
export const Mood = Type.Unsafe<Mood>(Type.Union(moods.map((mood) => Type.Literal(mood))))
export const moodLabels: Record<Mood, string> = { calm: '平稳', upset: '着急', agitated: '情绪激动' }

/** answered: with an article; asked-back: the bot had to choose or guess; unanswered: it found nothing. */
export const askedOutcomes = ['answered', 'asked-back', 'unanswered'] as const
export type AskedOutcome = (typeof askedOutcomes)[number]

export const AskedQuestion = Type.Object({
  messageId: MessageId,
  at: Type.Integer(),
  text: Type.String(),
  outcome: Type.Unsafe<AskedOutcome>(Type.Union(askedOutcomes.map((outcome) => Type.Literal(outcome)))),
  /** The standard question of the article that was given; null where none was. */
  answeredBy: Type.Union([Type.String(), Type.Null()]),
  /** What the taxpayer thought of the answer; null: they did not say. */
  vote: Type.Union([Type.Object({ isUseful: Type.Boolean(), reason: Type.Union([VoteReason, Type.Null()]) }), Type.Null()]),
})
export type AskedQuestion = Static<typeof AskedQuestion>

export const HandOffPack = Type.Object({
  conversationId: ConversationId,
  /** null: nobody asked for a person. */
  reason: Type.Union([HandOverReason, Type.Null()]),
  /** Of the bot's part, oldest first, the newest twenty. */
  asked: Type.Array(AskedQuestion),
  /** The strongest of the bot's part, with the words that it was heard from. */
  mood: Mood,
  moodSigns: Type.Array(Type.String()),
})
export type HandOffPack = Static<typeof HandOffPack>
