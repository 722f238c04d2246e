// What goes to the agent with a hand-over, put together when somebody looks.
import type { HandOffPack } from '@zhengna/contract/domain/hand-off.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Conversations } from '../conversations/index.ts'
import { packOf } from './pack.ts'

export interface HandOff {
  /** Errors: CONVERSATION_NOT_FOUND. */
  of(caller: Caller, id: ConversationId): Promise<HandOffPack>
}

/** `lastSeqOfBot`: of the newest message before a person served. */
export function createHandOff(
  conversations: Pick<Conversations, 'get' | 'messages'>,
  lastSeqOfBot: (id: ConversationId) => Promise<number>,
): HandOff {
  return {
    async of(caller, id) {
      const { conversation } = await conversations.get(caller, id)
      // The bot's part may be long: the newest of it is what it is about.
      const afterSeq = Math.max(0, (await lastSeqOfBot(id)) - limits.historyPageMax)
      const { messages, votes } = await conversations.messages(caller, id, afterSeq, limits.historyPageMax)
      return packOf(conversation, messages, new Map(votes.map(({ messageId, vote }) => [messageId, vote])))
    },
  }
}
