// Keeps the cache true to the server: what comes over the live line goes in, and what is missing is fetched.
// Frames are taken one after the other; a gap in seq or an unknown conversation is repaired before the next.
import { getConversation, listConversations, listMessages } from '@zhengna/contract/http/conversations.ts'
import type { Arguments } from '../session/server-api.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { VotedAnswer } from '@zhengna/contract/domain/vote.ts'
import type { Reply, Route } from '@zhengna/contract/http/route.ts'
import type { AttachmentId, ConversationId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'

export interface Inbox {
  conversation(came: Conversation): Promise<void>
  messages(came: readonly Message[]): Promise<void>
  votes(given: readonly VotedAnswer[]): Promise<void>
  /** An agent's live ones that the server does not list among theirs any more: over, or another agent's. */
  repairLive(listed: readonly Conversation[]): Promise<void>
  /** Brings a conversation up to its lastSeq. */
  catchUp(id: ConversationId): Promise<void>
  /** Earlier conversations of a taxpayer that are not on this machine yet. True where some came. */
  fetchEarlier(beforeOrdinal: number): Promise<boolean>
}

export type Fetch = <R extends Route>(route: R, args: Arguments<R>) => Promise<Result<Reply<R>>>

const CONVERSATIONS_PER_FETCH = 5
/** As many as the desk lists. */
const LIVE_LOOKED_AT = 60

export interface InboxParts {
  readonly cache: PersonCache
  readonly events: Events
  readonly fetch: Fetch
  readonly own: 'taxpayer' | 'agent'
  /** Not another agent's or nobody's: of such a one nothing more is asked for. */
  readonly isOwn: (conversation: Conversation) => boolean
  /** Something could not be fetched, and nothing but another try will bring it. */
  readonly onBehind: (id: ConversationId) => void
  /** A picture or file was taken back: nothing of it stays on this machine. */
  readonly onForgotten: (id: AttachmentId) => Promise<void>
}

export function createInbox({ cache, events, fetch, own, isOwn, onBehind, onForgotten }: InboxParts): Inbox {
  const store = async (id: ConversationId, messages: readonly Message[]): Promise<number> => {
    const saved = await cache.saveMessages(id, messages)
    for (const file of saved.forgotten) await onForgotten(file)
    events.emit('messages.changed', { messages: saved.messages, removed: saved.removed })
    return saved.syncedSeq
  }

  const knowConversation = async (id: ConversationId): Promise<boolean> => {
    if (await cache.conversation(id)) return true
    const reply = await fetch(getConversation, { params: { conversationId: id } })
    if (!reply.ok) {
      onBehind(id)
      return false
    }
    await cache.savePerson(reply.value.taxpayer)
    await inbox.conversation(reply.value.conversation)
    return true
  }

  /** Another agent's now, or nobody's. Nothing in it waits to be read here. */
  const letGo = async (gone: Conversation): Promise<void> => {
    if (!(await cache.conversation(gone.id))) return
    const { conversation } = await cache.saveConversation({ ...gone, officeReadSeq: gone.lastSeq })
    events.emit('conversation.changed', conversation)
  }

  const inbox: Inbox = {
    async conversation(came) {
      if (!isOwn(came)) return letGo(came)
      const before = await cache.conversation(came.id)
      const { conversation } = await cache.saveConversation(came)
      if (own === 'agent' && !(await cache.person(came.taxpayerId))) {
        const reply = await fetch(getConversation, { params: { conversationId: came.id } })
        if (reply.ok) await cache.savePerson(reply.value.taxpayer)
      }
      events.emit('conversation.changed', conversation)
      const readBy = own === 'taxpayer' ? 'officeReadSeq' : 'taxpayerReadSeq'
      const readBefore = before?.conversation[readBy] ?? 0
      if (conversation[readBy] > readBefore) {
        const messages = await cache.ownBetween(conversation.id, readBefore, conversation[readBy])
        if (messages.length > 0) events.emit('messages.changed', { messages, removed: [] })
      }
      await inbox.catchUp(conversation.id)
    },

    async messages(came) {
      for (const [id, messages] of groupByConversation(came)) {
        if (!(await knowConversation(id))) continue
        const syncedSeq = await store(id, messages)
        const highest = messages.at(-1)?.seq ?? 0
        if (highest > syncedSeq) await inbox.catchUp(id)
      }
    },

    async votes(given) {
      const messages = await cache.saveVotes(given)
      if (messages.length > 0) events.emit('messages.changed', { messages, removed: [] })
    },

    async repairLive(listed) {
      const ids = new Set(listed.map(({ id }) => id))
      for (const held of await cache.conversations(LIVE_LOOKED_AT)) {
        if (held.stage !== 'live' || !isOwn(held) || ids.has(held.id)) continue
        const reply = await fetch(getConversation, { params: { conversationId: held.id } })
        if (reply.ok) await inbox.conversation(reply.value.conversation)
        else if (reply.error.code === 'CONVERSATION_NOT_FOUND') await letGo({ ...held, agent: null })
      }
    },

    async catchUp(id) {
      if (!(await knowConversation(id))) return
      for (;;) {
        const held = await cache.conversation(id)
        if (!held || !isOwn(held.conversation) || held.syncedSeq >= held.conversation.lastSeq) return
        const reply = await fetch(listMessages, {
          params: { conversationId: id },
          query: { afterSeq: held.syncedSeq, limit: limits.historyPageMax },
        })
        if (!reply.ok) return onBehind(id)
        if (reply.value.messages.length === 0) return
        // First, so that the messages come with them.
        await cache.saveVotes(reply.value.votes)
        await store(id, reply.value.messages)
      }
    },

    async fetchEarlier(beforeOrdinal) {
      const reply = await fetch(listConversations, { query: { beforeOrdinal, limit: CONVERSATIONS_PER_FETCH } })
      if (!reply.ok) return false
      for (const conversation of reply.value.conversations) await inbox.conversation(conversation)
      return reply.value.conversations.length > 0
    },
  }
  return inbox
}

function groupByConversation(messages: readonly Message[]): Map<ConversationId, Message[]> {
  const groups = new Map<ConversationId, Message[]>()
  for (const message of messages) groups.set(message.conversationId, [...(groups.get(message.conversationId) ?? []), message])
  for (const group of groups.values()) group.sort((a, b) => a.seq - b.seq)
  return groups
}
