import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { DeskConversation, deskRequests, DeskView } from '@zhengna/contract/host/desk.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { declineOffer, getQueueTrace, setPresence, takeNext, withdrawCall } from '@zhengna/contract/http/queue.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import type { PersonScope } from '../person-scope.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

const LISTED_CONVERSATIONS = 60

export function deskHandlers(context: HostContext): HandlersOf<typeof deskRequests> {
  const { events, fetch } = context
  return {
    'desk.open': () => withScope(context, async (scope) => ok(await deskView(scope))),
    'desk.setPresence': ({ presence }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(setPresence, { body: { presence } })
        if (!reply.ok) return reply
        scope.live.presence = reply.value.presence
        scope.live.presenceReason = null
        events.emit('desk.changed', await deskView(scope))
        return ok(reply.value.presence)
      }),
    'desk.take': ({ ticketId }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(takeNext, { body: { ticketId } })
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        events.emit('desk.changed', await deskView(scope))
        return ok(reply.value.conversation)
      }),
    'desk.declineOffer': (params) =>
      withScope(context, async () => {
        const reply = await fetch(declineOffer, { params })
        return reply.ok ? ok(null) : reply
      }),
    'desk.queueTrace': (call) => fetch(getQueueTrace, call),
    'desk.withdrawCall': (params) =>
      withScope(context, async () => {
        const reply = await fetch(withdrawCall, { params })
        return reply.ok ? ok(null) : reply
      }),
    'desk.talk': ({ conversationId }) =>
      withScope(context, async ({ cache }) => {
        const held = await cache.conversation(conversationId)
        const taxpayer = held && (await cache.person(held.conversation.taxpayerId))
        if (!taxpayer) return fail(failure('CONVERSATION_NOT_FOUND'))
        const { messages, more } = await cache.pageOf(conversationId, null, limits.historyPageSize)
        return ok({ conversation: held.conversation, taxpayer, messages, hasEarlier: more, draft: await cache.draft(conversationId) })
      }),
    'desk.loadEarlier': ({ conversationId, before }) =>
      withScope(context, async ({ cache }) => {
        const { messages, more } = await cache.pageOf(conversationId, before, limits.historyPageSize)
        return ok({ messages, hasEarlier: more })
      }),
    'desk.draft': ({ key }) => withScope(context, async ({ cache }) => ok({ text: await cache.draft(key) })),
    'desk.saveDraft': ({ key, text }) =>
      withScope(context, async ({ cache }) => {
        await cache.saveDraft(key, text, Date.now())
        return ok(null)
      }),
  }
}

/** Live ones first, then ended, newest first. */
export async function deskView({ cache, live, person }: PersonScope): Promise<DeskView> {
  // One that another agent took over, or that waits again, is not: what was read of it stays on this machine, and is listed no more.
  const isOwn = ({ stage, agent }: Conversation): boolean => stage === 'ended' || agent?.id === person.id
  const all = (await cache.conversations(LISTED_CONVERSATIONS)).filter(isOwn)
  const rows = (await Promise.all(all.map((conversation) => row(cache, conversation)))).filter((found) => found !== null)
  rows.sort((a, b) => Number(a.conversation.stage === 'ended') - Number(b.conversation.stage === 'ended') || since(b) - since(a))
  return { presence: live.presence, presenceReason: live.presenceReason, board: live.board, transfers: live.transfers, conversations: rows }
}

const since = ({ conversation }: DeskConversation): number => conversation.endedAt ?? conversation.servedAt ?? conversation.openedAt

async function row(cache: PersonScope['cache'], conversation: Conversation): Promise<DeskConversation | null> {
  const taxpayer = await cache.person(conversation.taxpayerId)
  return taxpayer && { conversation, taxpayer, ...(await cache.summary(conversation.id, conversation.officeReadSeq)) }
}
