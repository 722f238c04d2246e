// 会话监控: the conversations that agents of an office serve now, as its supervisors see them, and what supervisors say about them.
import { Type, type Static } from 'typebox'
import { ConversationId, PersonId, WhisperId } from '../ids.ts'
import { limits } from '../limits.ts'
import { HandOverReason } from './conversation.ts'

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

export const LiveTalk = Type.Object({
  id: ConversationId,
  taxpayerName: Type.String(),
  /** Masked. */
  taxpayerNumber: Type.String(),
  groupName: Type.String(),
  reason: nullable(HandOverReason),
  agentId: PersonId,
  agentNumber: Type.String(),
  agentName: Type.String(),
  servedAt: Type.Integer(),
  /** Since when the taxpayer waits for a word of the agent's; null: the agent spoke last. */
  waitingSince: nullable(Type.Integer()),
})
export type LiveTalk = Static<typeof LiveTalk>

/** 耳语: a note of a supervisor's to whoever serves. No taxpayer ever gets one. */
export const Whisper = Type.Object({
  id: WhisperId,
  conversationId: ConversationId,
  at: Type.Integer(),
  byName: Type.String(),
  text: Type.String(),
})
export type Whisper = Static<typeof Whisper>

export const WhisperText = Type.String({ minLength: 1, maxLength: limits.whisperMaxLength, pattern: '\\S' })
/** Why a supervisor ended a conversation. */
export const InterventionReason = Type.String({ minLength: 1, maxLength: limits.whisperMaxLength, pattern: '\\S' })
