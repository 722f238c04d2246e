import * as contract from '@zhengna/contract/http/conversations.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Conversations } from './conversations.service.ts'

export function registerConversationRoutes(implement: Implement, conversations: Conversations): void {
  implement(contract.listConversations, async ({ caller, query }) => ({
    conversations: await conversations.list(caller, query.beforeOrdinal, query.limit ?? 20),
  }))
  implement(contract.getConversation, ({ caller, params }) => conversations.get(caller, params.conversationId))
  implement(contract.listMessages, ({ caller, params, query }) =>
    conversations.messages(caller, params.conversationId, query.afterSeq ?? 0, query.limit ?? limits.historyPageSize),
  )
  implement(contract.endConversation, async ({ caller, params, query }) => ({
    conversation: await conversations.end(caller, params.conversationId, query.isClosing),
  }))
  implement(contract.retractMessage, async ({ caller, params }) => {
    await conversations.retract(caller, params.messageId)
    return {}
  })
  implement(contract.rateConversation, async ({ caller, params, body }) => ({
    conversation: await conversations.rate(caller, params.conversationId, body.outcome, body.remark),
  }))
}
