// What is asked of the journal, what it answers, and what it asks of the bot.
import type { Intent } from '@zhengna/answering/engine.ts'
import type { Answer, Decision } from '@zhengna/contract/domain/answer.ts'
import type { HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import type { ErrorCode } from '@zhengna/contract/errors.ts'
import type { ArticleId, AttachmentId, ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import type { Appending } from './append.ts'
import type { ConversationRow } from './conversations.store.ts'

/** What a participant wants stored. */
export interface Draft {
  readonly id: MessageId
  readonly conversationId: ConversationId | null
  readonly author: 'taxpayer' | 'agent'
  readonly authorId: PersonId
  readonly text: string
  /** A picture or file that was uploaded for this; the text is ''. */
  readonly attachmentId?: AttachmentId
  readonly quote?: MessageId
  readonly articleId?: ArticleId
  readonly origin?: QuestionOrigin
  readonly offlineAnswer?: { readonly decision: Decision; readonly articleId: ArticleId | null }
  /** Its author was asked about a word (MESSAGE_WARNED) and sends it all the same. */
  readonly isConfirmed?: boolean
}

/** An answer of the knowledge base that reached a taxpayer. */
export interface GivenAnswer {
  readonly messageId: MessageId
  readonly articleId: ArticleId
  /** null: as it is published now; an agent sends its words, not its papers. */
  readonly version: number | null
  readonly taxpayerId: PersonId
  readonly conversationId: ConversationId
  /** null: the bot. */
  readonly agentId: PersonId | null
  readonly at: number
}

/** Where it is written down who was given which answer, inside the transaction that stores it. */
export interface AnswerLedger {
  record(trx: Writer, given: readonly GivenAnswer[]): Promise<void>
}

export type Stored =
  | {
      readonly ok: true
      readonly id: MessageId
      readonly conversationId: ConversationId
      readonly seq: number
      readonly at: number
      /** What was stored, where it is not what was sent. */
      readonly text?: string
    }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail?: Readonly<Record<string, string | number>> }

export interface RespondingContext {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly appending: Appending
  readonly now: number
}

/** The bot, asked inside the transaction that stores the question, so that both are stored or neither. */
export interface Responder {
  /** What takes time is done here, before the transaction: `respond` then only reads what is there. */
  prepare(questions: readonly Draft[]): Promise<void>
  respond(context: RespondingContext, conversation: ConversationRow, question: Draft): Promise<Response>
  handOver(context: RespondingContext, conversation: ConversationRow, reason: HandOverReason): Promise<void>
}

export interface Response {
  readonly answer: Answer
  readonly dialogue: string
  readonly handOver: HandOverReason | null
  /** How the text was taken. */
  readonly intent: Intent
  /** Of the first article found: that it is the answer; null where none was looked for. */
  readonly probability: number | null
}

/** A question with what the bot made of it. */
export interface Answered {
  readonly question: Draft
  readonly answerId: MessageId
  readonly conversation: ConversationRow
  readonly response: Response
}

/** Keeps records of what is answered: one recording a batch, stored in the transaction that stores the batch. */
export interface Recorder {
  begin(trx: Writer, now: number): Recording
}

export interface Recording {
  add(answered: Answered): void
  store(): Promise<void>
}

/** A text held against the sensitive words. */
export type Guarded =
  | {
      readonly ok: true
      /** What is stored and shown: masked and replaced where it must be. */
      readonly text: string
      /** What the bot hears: the same with masks alone, which it reads as nothing. */
      readonly heard: string
      readonly hits: readonly GuardHit[]
    }
  | {
      readonly ok: false
      readonly code: 'MESSAGE_BLOCKED' | 'MESSAGE_WARNED'
      /** For its author. */
      readonly detail: { readonly hits: string }
      readonly hits: readonly GuardHit[]
    }

/** Keeps sensitive words out of what is stored: one guarding a batch, its hits stored in the transaction that stores the batch. */
export interface TextGuard {
  begin(trx: Writer, now: number): Guarding
  /** A remark beside a rating or vote: masked, never refused. */
  remark(trx: Writer, remark: GuardedRemark): Promise<string>
}

/** Of a text: whose it is, and whether they were asked about it. */
export type Said = Pick<Draft, 'author' | 'authorId' | 'isConfirmed'>

export interface Guarding {
  judge(said: Said, text: string): Guarded
  note(said: Said, hits: readonly GuardHit[], conversationId: ConversationId | null): void
  /** The bot's answers were reviewed and are given as they are; what is blocked in them is noted. */
  noteAnswer(answer: Answer, conversationId: ConversationId): void
  store(): Promise<void>
}

/** 防骚扰, inside the transaction that stores the messages: one policing a batch. */
export interface Police {
  begin(context: { trx: Writer; after: AfterCommit; now: number; appending: Appending }, drafts: readonly Draft[]): Promise<Policing>
}

export interface Policing {
  /** Why nothing of theirs is stored now; null where nothing is in the way. */
  holds(draft: Draft): Extract<Stored, { ok: false }> | null
  /** After the message was placed, or refused (`conversation`: where its author is, if anywhere): what is done about it is told there. */
  heard(draft: Draft, text: string, hits: readonly GuardHit[], conversation: ConversationRow | null): Promise<void>
  store(): Promise<void>
}

export interface GuardedRemark {
  readonly text: string
  readonly personId: PersonId
  readonly conversationId: ConversationId
  readonly at: number
}
