// The conversation that is open on the workbench: its messages, its draft, and what the agent does in it.
// Holds one conversation at a time; the host's cache is near enough to ask again.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { DeskTalk } from '@zhengna/contract/host/desk.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { createDrafts } from './drafts.ts'
import { mergeMessages, newestSeq } from './message-order.ts'

export const useTalkStore = defineStore('talk', () => {
  const host = useHost()
  const talk = shallowRef<DeskTalk | null>(null)
  const openingId = ref<ConversationId | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  /** Why the last 发送, 重发 or 结束会话 did not happen. */
  const actionFailure = shallowRef<Failure | null>(null)
  const loadingEarlier = ref(false)
  const ending = ref(false)
  const draft = ref('')
  const drafts = createDrafts((conversationId, text) => host.request('chat.saveDraft', { conversationId, text }))
  /** Up to where the host was told that this window has read. */
  const marked = new Map<ConversationId, number>()

  const isEnded = computed(() => talk.value?.conversation.stage === 'ended')

  async function open(id: ConversationId): Promise<void> {
    openingId.value = id
    openFailure.value = actionFailure.value = null
    // Nobody may type into one conversation while another is coming.
    if (talk.value?.conversation.id !== id) talk.value = null
    const result = await host.request('desk.talk', { conversationId: id })
    if (openingId.value !== id) return
    openingId.value = null
    if (!result.ok) {
      talk.value = null
      openFailure.value = result.error
      return
    }
    talk.value = result.value
    draft.value = drafts.of(id) ?? result.value.draft
  }

  function close(): void {
    talk.value = openingId.value = openFailure.value = actionFailure.value = null
    draft.value = ''
  }

  function reset(): void {
    close()
    drafts.forget()
    marked.clear()
  }

  function merge(changed: readonly LocalMessage[], removed: readonly MessageId[] = []): void {
    if (talk.value === null) return
    const { id } = talk.value.conversation
    const own = changed.filter((message) => message.conversationId === id)
    talk.value = { ...talk.value, messages: mergeMessages(talk.value.messages, own, removed, talk.value.hasEarlier) }
  }

  useHostEvent('messages.changed', ({ messages, removed }) => merge(messages, removed))
  useHostEvent('conversation.changed', (conversation) => {
    const open = talk.value
    if (open?.conversation.id !== conversation.id || open.conversation.revision > conversation.revision) return
    talk.value = { ...open, conversation }
  })
  useHostReturn(() => {
    if (talk.value !== null) void open(talk.value.conversation.id)
  })

  function setDraft(text: string): void {
    const id = talk.value?.conversation.id
    if (id === undefined || text === draft.value) return
    draft.value = text
    drafts.keep(id, text)
  }

  /** The text leaves the input box at once; it comes back when the host would not take it. */
  async function send(text: string): Promise<void> {
    const id = talk.value?.conversation.id
    if (id === undefined) return
    setDraft('')
    const result = await host.request('chat.send', { conversationId: id, text })
    actionFailure.value = result.ok ? null : result.error
    if (result.ok) merge([result.value])
    else if (talk.value?.conversation.id === id && draft.value === '') setDraft(text)
  }

  async function resend(id: MessageId): Promise<void> {
    const result = await host.request('chat.resend', { id })
    actionFailure.value = result.ok ? null : result.error
    if (result.ok) merge([result.value])
  }

  async function discard(id: MessageId): Promise<void> {
    const result = await host.request('chat.discard', { id })
    actionFailure.value = result.ok ? null : result.error
    if (result.ok) merge([], [id])
  }

  async function loadEarlier(): Promise<void> {
    const open = talk.value
    const before = open?.messages[0]?.id
    if (open === null || before === undefined || loadingEarlier.value) return
    loadingEarlier.value = true
    const result = await host.request('desk.loadEarlier', { conversationId: open.conversation.id, before })
    loadingEarlier.value = false
    if (talk.value?.conversation.id !== open.conversation.id) return
    actionFailure.value = result.ok ? null : result.error
    if (!result.ok) return
    const { messages, hasEarlier } = result.value
    talk.value = { ...talk.value, hasEarlier, messages: mergeMessages(messages, talk.value.messages, [], false) }
  }

  async function end(): Promise<void> {
    const id = talk.value?.conversation.id
    if (id === undefined || ending.value) return
    ending.value = true
    const result = await host.request('conversation.end', { conversationId: id })
    ending.value = false
    actionFailure.value = result.ok ? null : result.error
    if (result.ok && talk.value?.conversation.id === id) talk.value = { ...talk.value, conversation: result.value }
  }

  /** Tells the taxpayer's side that everything on the screen was seen. Says nothing twice. */
  async function markRead(): Promise<void> {
    if (talk.value === null) return
    const { conversation, messages } = talk.value
    const seq = newestSeq(messages)
    if (seq <= Math.max(conversation.officeReadSeq, marked.get(conversation.id) ?? 0)) return
    marked.set(conversation.id, seq)
    const result = await host.request('chat.markRead', { conversationId: conversation.id, seq })
    // Not told: the next look at the conversation tries again.
    if (!result.ok && marked.get(conversation.id) === seq) marked.delete(conversation.id)
  }

  function dismissFailure(): void {
    actionFailure.value = null
  }

  return {
    talk,
    openingId,
    openFailure,
    actionFailure,
    loadingEarlier,
    ending,
    draft,
    isEnded,
    open,
    close,
    reset,
    setDraft,
    send,
    resend,
    discard,
    loadEarlier,
    end,
    markRead,
    dismissFailure,
  }
})
