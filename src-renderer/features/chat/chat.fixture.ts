// For tests: messages, conversations, and a host that answers as told.
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { HostBridge } from '@zhengna/contract/host/index.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'

export const conversationA = '01900000-0000-7000-8000-00000000000a' as ConversationId
export const conversationB = '01900000-0000-7000-8000-00000000000b' as ConversationId
export const conversationC = '01900000-0000-7000-8000-00000000000c' as ConversationId

export const aMessage = (id: string, over: Partial<LocalMessage> = {}): LocalMessage => ({
  id: id as MessageId,
  conversationId: conversationA,
  seq: 1,
  author: 'taxpayer',
  at: 1_000,
  body: { kind: 'text', text: id },
  delivery: 'delivered',
  failure: null,
  vote: null,
  guides: [],
  quoted: null,
  ...over,
})

/** A direct answer to that question. */
export const anAnswer = (replyTo: string, over: Partial<Answer> = {}): Extract<MessageBody, { kind: 'answer' }> => ({
  kind: 'answer',
  replyTo: replyTo as MessageId,
  answer: {
    decision: 'answer',
    question: '怎样办理？',
    parts: [{ type: 'text', markdown: '这样办理。' }],
    papers: null,
    options: [],
    offersPerson: false,
    offline: false,
    ...over,
  },
})

export const aConversation = (over: Partial<Conversation> = {}): Conversation =>
  ({
    id: conversationA,
    ordinal: 1,
    stage: 'bot',
    revision: 1,
    lastSeq: 0,
    agent: null,
    isTransferring: false,
    agentAwaySince: null,
    rating: { state: 'none' },
    ...over,
  }) as Conversation

export interface FakeHost extends HostBridge {
  readonly asked: { readonly name: string; readonly params: unknown }[]
  emit(name: string, payload: unknown): void
}

/** Answers from the table; what is not in it fails with HOST_OFFLINE. */
export function fakeHost(answers: Record<string, (params: never) => unknown>): FakeHost {
  const asked: FakeHost['asked'] = []
  const listeners = new Map<string, Set<(payload: never) => void>>()
  return {
    asked,
    emit: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
    request: async (name: string, params: unknown): Promise<Result<never>> => {
      asked.push({ name, params })
      const answer = answers[name]
      return answer ? ok(answer(params as never) as never) : fail(failure('HOST_OFFLINE'))
    },
    on: (name: string, listener: (payload: never) => void) => {
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => own.delete(listener)
    },
  } as FakeHost
}
