// Whether this message leads to a person, and what is said of it. Pure.
import { recogniseIntent } from '@zhengna/answering/dialogue/intent.ts'
import { moodOf } from '@zhengna/answering/emotion/mood.ts'
import { normaliseQuery } from '@zhengna/answering/text/normalise.ts'
import type { Answer, AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { HandOverReason, Stage } from '@zhengna/contract/domain/conversation.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { triggered, type Signals, type Triggered } from './triggers.ts'

export interface Message {
  /** null: it was picked, and its author typed nothing. */
  readonly text: string | null
  /** What the bot makes of it. */
  readonly said: Answer
  readonly roundsWithoutHit: number
  /** Something was asked: not marks alone. */
  readonly isAsked: boolean
  readonly stage: Stage
  /** false: it came from a desktop that had no line, or an appointment comes first: then it is offered. */
  readonly mayHandOver: boolean
}

export function wishFor(
  { text, said, roundsWithoutHit, isAsked, stage, mayHandOver }: Message,
  before: Signals,
  settings: SettingValues,
): Triggered {
  if (said.decision === 'hand-over') {
    const signals = { ...before, agitated: 0, unanswered: 0, offered: null }
    return { signals, reason: askedBy(text, before), handsOver: true, soothes: false }
  }
  const mood = text === null ? 'calm' : moodOf(text).mood
  // Who waits already is not offered what they wait for.
  if (stage !== 'bot') return { signals: before, reason: null, handsOver: false, soothes: mood === 'agitated' }
  const heard = { mood, isAsked, decision: said.decision, roundsWithoutHit }
  const found = triggered(before, heard, settings)
  if (!found.handsOver || mayHandOver) return found
  const { hasHandedOver } = before
  return { ...found, handsOver: false, signals: { ...found.signals, offered: found.reason, hasHandedOver } }
}

/** 好的 takes up what was offered, for the reason it was offered for. */
function askedBy(text: string | null, { offered }: Signals): HandOverReason {
  const isAsked = text !== null && recogniseIntent(normaliseQuery(text), text) === 'hand-over'
  return (isAsked ? null : offered) ?? 'phrase'
}

/** `slot`: the half hour of their own appointment, where it is now; they are not handed over without being asked. */
export function answerWith(said: Answer, { reason, handsOver, soothes }: Triggered, slot: string | null): Answer {
  const soothed = soothes ? { ...said, parts: [text(SOOTHING), ...said.parts] } : said
  if (reason === null) return soothed
  if (said.decision === 'hand-over') return slot === null ? said : { ...said, parts: [text(choosing(slot))], offersPerson: true }
  if (handsOver && slot === null) return { ...soothed, parts: [...soothed.parts, text(HANDING_OVER)], offersPerson: false }
  // The engine offers by itself where it has no answer or too many rounds; here its word for it is missing.
  const parts = reason === 'emotion' && !said.offersPerson ? [...soothed.parts, text(OFFERING)] : soothed.parts
  return { ...soothed, parts, offersPerson: true, personReason: reason }
}

const text = (markdown: string): AnswerPart => ({ type: 'text', markdown })
const SOOTHING = '给您带来不便，非常抱歉。您着急的心情我们理解，这就尽力为您解决。'
const OFFERING = '如果以上没有解决您的问题，请点击【人工服务】，由税务人员为您解答。'
const HANDING_OVER = '正在为您转接人工服务，请稍候。'
/** 【人工服务】 lets them choose. */
const choosing = (slot: string): string =>
  `您有一个即将受理的预约互动（${slot}），请等待税务人员邀请。如需现在排队，请点击【人工服务】，选择【继续排队】，预约将随之取消。`
