// What the next message of each conversation will speak of, until it is sent or thought better of.
import { isQuotable } from '@zhengna/contract/domain/message.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { useHostEvent } from '../../host/index.ts'

export const useQuotingStore = defineStore('quoting', () => {
  const chosen = shallowReactive(new Map<ConversationId, LocalMessage>())

  function choose(message: LocalMessage): void {
    if (message.conversationId && message.seq !== null && isQuotable(message.body)) chosen.set(message.conversationId, message)
  }
  const chosenIn = (id: ConversationId | null): LocalMessage | null => (id && chosen.get(id)) ?? null
  function cancel(id: ConversationId | null): void {
    if (id) chosen.delete(id)
  }
  /** Of a message that is sent. Once it is on its way the choice is over (`cancel`). */
  function quoteIn(id: ConversationId | null): { quote?: MessageId } {
    const message = chosenIn(id)
    return message ? { quote: message.id } : {}
  }
  // What was taken back meanwhile is spoken of no more.
  useHostEvent('messages.changed', ({ messages }) => {
    for (const { id, conversationId, body } of messages)
      if (conversationId && chosen.get(conversationId)?.id === id && !isQuotable(body)) chosen.delete(conversationId)
  })
  /** Another person signs in. */
  const reset = (): void => chosen.clear()
  return { choose, chosenIn, cancel, quoteIn, reset }
})
