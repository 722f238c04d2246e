// The bot with no line: the same engine on this machine's snapshot, its answers marked as such.
// They are shown at once and told to the server with the question, which then stores its own copy of the same article.
import { uuidv7 } from 'uuidv7'
import { initialDialogue } from '@zhengna/answering/engine.ts'
import { botAnswers } from '@zhengna/contract/domain/conversation.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Outgoing } from '../cache/outbox-store.ts'
import { today } from '../today.ts'
import type { Events } from '../events.ts'
import type { Library } from './library.ts'

export interface OfflineAnswers {
  /** Answers what was written with no line and has no answer yet. Does nothing while a person serves, or when there is a line. */
  answerWaiting(): Promise<void>
}

export interface OfflineAnswerParts {
  readonly person: Person
  readonly cache: PersonCache
  readonly events: Events
  readonly library: Library
  readonly isOffline: () => boolean
}

export function createOfflineAnswers({ person, cache, events, library, isOffline }: OfflineAnswerParts): OfflineAnswers {
  let dialogue = initialDialogue
  let lastAnswered = ''

  const answer = async (question: Outgoing): Promise<void> => {
    const engine = await library.engine()
    if (!engine) return
    const context = { audiences: person.taxpayer?.audiences ?? [], day: today(), dialogue }
    const reply = question.articleId ? engine.pick(question.articleId, context) : engine.ask(question.text, context)
    dialogue = reply.dialogue
    const stored = await cache.addOfflineAnswer(question.id, uuidv7() as MessageId, { ...reply.answer, offline: true }, Date.now())
    if (stored) events.emit('messages.changed', { messages: [stored], removed: [] })
  }

  return {
    async answerWaiting() {
      if (person.role !== 'taxpayer' || !isOffline()) return
      const latest = await cache.latestConversation()
      if (latest && latest.stage !== 'ended' && !botAnswers(latest.stage)) return
      for (const question of await cache.unanswered()) {
        if (question.id === lastAnswered) continue
        lastAnswered = question.id
        await answer(question)
      }
    },
  }
}
