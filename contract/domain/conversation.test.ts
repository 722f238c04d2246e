import { describe, expect, it } from 'vitest'
import {
  botAnswers,
  canDo,
  conversationEvents,
  nextStage,
  queueReasonLabels,
  queueReasons,
  stages,
  type ConversationEvent,
  type Stage,
} from './conversation.ts'

/** The diagram at the top of conversation.ts, written out a second time: every stage with every event. */
const walked: Record<Stage, Record<ConversationEvent, Stage | null>> = {
  bot: { 'hand-over': 'queued', 'cancel-queue': null, take: null, 'keep-appointment': 'live', drop: null, end: 'ended' },
  queued: { 'hand-over': null, 'cancel-queue': 'bot', take: 'live', 'keep-appointment': 'live', drop: null, end: 'ended' },
  live: { 'hand-over': null, 'cancel-queue': null, take: null, 'keep-appointment': null, drop: 'queued', end: 'ended' },
  ended: { 'hand-over': null, 'cancel-queue': null, take: null, 'keep-appointment': null, drop: null, end: null },
}
const steps = stages.flatMap((stage) => conversationEvents.map((event) => ({ stage, event, next: walked[stage][event] })))

describe('the stages of a conversation', () => {
  it.each(steps)('$stage with $event becomes $next', ({ stage, event, next }) => {
    expect(nextStage(stage, event)).toBe(next)
    expect(canDo(stage, event)).toBe(next !== null)
  })

  it('every stage can be reached from bot, and ended is left by nothing', () => {
    const reached = new Set<Stage>(['bot'])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const stage of [...reached]) for (const event of conversationEvents) reached.add(nextStage(stage, event) ?? stage)
    }
    expect([...reached].sort()).toEqual([...stages].sort())
  })

  it('the bot answers until an agent connects, and never again', () => {
    expect(stages.filter(botAnswers)).toEqual(['bot', 'queued'])
  })

  it('every reason for which somebody waits is told in Chinese', () => {
    for (const reason of queueReasons) expect(queueReasonLabels[reason]).toMatch(/^\p{Script=Han}+$/u)
  })
})
