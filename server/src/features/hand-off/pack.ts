// The pack from the messages of a conversation. Pure.
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import { moods, type AskedOutcome, type AskedQuestion, type HandOffPack } from '@zhengna/contract/domain/hand-off.ts'
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { moodOf } from '@zhengna/answering/emotion/mood.ts'

const QUESTIONS_MAX = 20
const MOOD_OF = 6
const outcomes: Partial<Record<Decision, AskedOutcome>> = {
  answer: 'answered',
  clarify: 'asked-back',
  related: 'asked-back',
  none: 'unanswered',
}

/** `messages`: the conversation's, in order; what was said once an agent served is no part of it. */
export function packOf(
  { id, handOverReason }: Pick<Conversation, 'id' | 'handOverReason'>,
  messages: readonly Message[],
  votes: ReadonlyMap<MessageId, Vote>,
): HandOffPack {
  const served = messages.findIndex(({ body }) => body.kind === 'event' && body.event.type === 'served')
  const before = served === -1 ? messages : messages.slice(0, served)
  const said = new Map(
    before.flatMap(({ id: messageId, at, author, body }) =>
      author === 'taxpayer' && body.kind === 'text' ? [[messageId, { at, text: body.text }]] : [],
    ),
  )
  const asked = before.flatMap(({ id: answerId, body }): AskedQuestion[] => {
    const question = body.kind === 'answer' ? said.get(body.replyTo) : undefined
    const outcome = body.kind === 'answer' ? outcomes[body.answer.decision] : undefined
    if (body.kind !== 'answer' || !question || !outcome) return []
    const answeredBy = outcome === 'answered' ? body.answer.question : null
    return [{ messageId: body.replyTo, ...question, outcome, answeredBy, vote: votes.get(answerId) ?? null }]
  })
  // How somebody sounded long ago is over; what led here is what was said of late.
  const felt = [...said.values()].slice(-MOOD_OF).map(({ text }) => moodOf(text))
  const strongest = felt.reduce<(typeof felt)[number] | null>(
    (most, one) => (most === null || moods.indexOf(one.mood) > moods.indexOf(most.mood) ? one : most),
    null,
  )
  return {
    conversationId: id,
    reason: handOverReason,
    asked: asked.filter((one, place) => one.outcome !== 'asked-back' || asked[place + 1]?.outcome !== 'answered').slice(-QUESTIONS_MAX),
    mood: strongest?.mood ?? 'calm',
    moodSigns: strongest?.mood === 'calm' ? [] : [...(strongest?.signs ?? [])],
  }
}
