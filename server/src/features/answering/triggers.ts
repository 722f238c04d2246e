// When the system itself hands over, or offers to: agitated words, no answer, too many rounds. Pure. What happened up to now is kept
// with the dialogue.
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { Mood } from '@zhengna/contract/domain/hand-off.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'

/** What is remembered of a conversation, beside the engine's own dialogue. */
export interface Signals {
  /** Messages in a row that sounded agitated. */
  readonly agitated: number
  /** Questions in a row that got no answer. */
  readonly unanswered: number
  /** Why a person was offered with the last reply; null: none was. */
  readonly offered: HandOverReason | null
  /** The system has handed over by itself before: from then on it offers. */
  readonly hasHandedOver: boolean
}
export const noSignals: Signals = { agitated: 0, unanswered: 0, offered: null, hasHandedOver: false }

export interface Heard {
  readonly mood: Mood
  /** Something was asked: not marks alone. */
  readonly isAsked: boolean
  readonly decision: Decision
  /** Rounds in a row without a direct answer, this one included. */
  readonly roundsWithoutHit: number
}

export interface Triggered {
  readonly signals: Signals
  /** Why a person is needed; null: none is. */
  readonly reason: HandOverReason | null
  /** false: it is offered. */
  readonly handsOver: boolean
  /** A calming word comes first. */
  readonly soothes: boolean
}

/** `heard`: the message and what the bot made of it. */
export function triggered(before: Signals, heard: Heard, settings: SettingValues): Triggered {
  const isQuestion = heard.isAsked && heard.decision !== 'greeting' && heard.decision !== 'own-records'
  const agitated = heard.mood === 'agitated' ? before.agitated + 1 : 0
  const unanswered = isQuestion && heard.decision === 'none' ? before.unanswered + 1 : isQuestion ? 0 : before.unanswered
  const found = firstOf(agitated, unanswered, isQuestion, heard, settings)
  const handsOver = found?.handsOver === true && !before.hasHandedOver
  const reason = found?.reason ?? null
  return {
    signals: {
      // What led to a hand-over is done with.
      agitated: handsOver ? 0 : agitated,
      unanswered: handsOver ? 0 : unanswered,
      offered: handsOver ? null : reason,
      hasHandedOver: before.hasHandedOver || handsOver,
    },
    reason,
    handsOver,
    soothes: heard.mood === 'agitated',
  }
}

type Found = { reason: HandOverReason; handsOver: boolean }

/** The one that weighs most; one that hands over before one that offers. */
function firstOf(
  agitated: number,
  unanswered: number,
  isQuestion: boolean,
  { roundsWithoutHit, decision }: Heard,
  settings: SettingValues,
): Found | null {
  const found: Found[] = []
  if (agitated >= settings['hand-over.emotion-times'] && settings['hand-over.emotion'] !== 'soothe')
    found.push({ reason: 'emotion', handsOver: settings['hand-over.emotion'] === 'hand-over' })
  if (isQuestion && decision !== 'answer' && roundsWithoutHit >= settings['answering.rounds-without-hit'])
    found.push({ reason: 'rounds', handsOver: settings['hand-over.rounds'] === 'hand-over' })
  if (isQuestion && decision === 'none')
    found.push({
      reason: 'no-answer',
      handsOver: settings['hand-over.no-answer'] === 'hand-over' && unanswered >= settings['hand-over.no-answer-times'],
    })
  return found.find(({ handsOver }) => handsOver) ?? found[0] ?? null
}
