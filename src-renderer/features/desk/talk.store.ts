// The conversation that is open on the workbench: its messages, its draft, and what the agent does in it.
// Holds one conversation at a time; the host's cache is near enough to ask again.
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { LocalMessage, SearchPage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { useQuotingStore } from '../quote/index.ts'
import { articleIn, type FilledArticle } from './filled-article.ts'
import { belongsToHistory, emptyStream, withChanges, withEarlier } from '../chat/index.ts'
import { useDrafts } from './use-drafts.ts'

export const useTalkStore = defineStore('talk', () => {
  const host = useHost()
  const quoting = useQuotingStore()
  const conversation = shallowRef<Conversation | null>(null)
  const taxpayer = shallowRef<Person | null>(null)
  const stream = shallowRef(emptyStream)
  const hasEarlier = ref(false)
  const draft = ref('')
  const openingId = ref<ConversationId | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  /** Why the last 发送, 重发, 点击加载 or 结束会话 did not happen. */
  const actionFailure = shallowRef<Failure | null>(null)
  const isEnding = ref(false)
  const drafts = useDrafts((conversationId, text) => host.request('chat.saveDraft', { conversationId, text }))
  /** Put into the input box of each conversation since its last message. */
  const filled = new Map<ConversationId, readonly FilledArticle[]>()
  /** Up to where the host was told that this window has read. */
  const marked = new Map<ConversationId, number>()

  const messages = computed(() => stream.value.messages)
  const isEnded = computed(() => conversation.value?.stage === 'ended')
  const isOpen = (id: ConversationId): boolean => conversation.value?.id === id

  async function open(id: ConversationId): Promise<void> {
    openFailure.value = actionFailure.value = null
    // Nobody may type into one conversation while another is coming.
    if (!isOpen(id)) close()
    openingId.value = id
    const result = await host.request('desk.talk', { conversationId: id })
    if (openingId.value !== id) return
    openingId.value = null
    if (!result.ok) {
      openFailure.value = result.error
      return
    }
    conversation.value = result.value.conversation
    taxpayer.value = result.value.taxpayer
    stream.value = withChanges(emptyStream, result.value.messages)
    hasEarlier.value = result.value.hasEarlier
    draft.value = drafts.of(id) ?? result.value.draft
  }

  function close(): void {
    conversation.value = taxpayer.value = openingId.value = openFailure.value = actionFailure.value = null
    stream.value = emptyStream
    hasEarlier.value = false
    draft.value = ''
  }

  function apply(changed: readonly LocalMessage[], removed: readonly MessageId[] = []): void {
    const id = conversation.value?.id
    const own = changed.filter((message) => message.conversationId === id)
    const shown = own.filter((message) => !belongsToHistory(stream.value, message))
    if (shown.length < own.length) hasEarlier.value = true
    if (shown.length > 0 || removed.length > 0) stream.value = withChanges(stream.value, shown, removed)
  }

  function noteConversation(changed: Conversation): void {
    if (isOpen(changed.id) && (conversation.value?.revision ?? 0) <= changed.revision) conversation.value = changed
  }

  useHostEvent('messages.changed', (change) => apply(change.messages, change.removed))
  useHostEvent('conversation.changed', noteConversation)
  useHostReturn(() => {
    if (conversation.value !== null) void open(conversation.value.id)
  })

  /** The value of what was asked for, or null and the reason kept for the window to tell. */
  function valueOf<T>(result: Result<T>): T | null {
    actionFailure.value = result.ok ? null : result.error
    return result.ok ? result.value : null
  }

  function setDraft(text: string): void {
    const id = conversation.value?.id
    if (id === undefined || text === draft.value) return
    draft.value = text
    drafts.keep(id, text)
  }

  function noteFilled(article: FilledArticle): void {
    const id = conversation.value?.id
    if (id !== undefined) filled.set(id, [...(filled.get(id) ?? []), article])
  }

  /** The text leaves the input box at once; it comes back when the host would not take it. */
  async function send(text: string): Promise<void> {
    const id = conversation.value?.id
    if (id === undefined) return
    setDraft('')
    const articleId = articleIn(text, filled.get(id) ?? [])
    const sent = valueOf(
      await host.request('chat.send', { conversationId: id, text, ...(articleId && { articleId }), ...quoting.quoteIn(id) }),
    )
    if (sent !== null) {
      filled.delete(id)
      quoting.cancel(id)
      apply([sent])
    } else if (isOpen(id)) putBack(text)
    else drafts.keep(id, text)
  }

  const putBack = (text: string): void => setDraft(draft.value === '' ? text : `${text}\n${draft.value}`)

  /** `isConfirmed`: 仍要发送, after the server asked about a word. */
  async function resend(id: MessageId, isConfirmed = false): Promise<void> {
    const sent = valueOf(await host.request('chat.resend', { id, isConfirmed }))
    if (sent !== null) apply([sent])
  }

  async function discard(id: MessageId): Promise<boolean> {
    valueOf(await host.request('chat.discard', { id }))
    if (actionFailure.value === null) apply([], [id])
    return actionFailure.value === null
  }

  /** A failed message goes back into the input box, to be mended and sent anew. */
  async function edit({ id, body }: LocalMessage): Promise<void> {
    if ((await discard(id)) && body.kind === 'text') putBack(body.text)
  }

  const search = (text: string): Promise<Result<SearchPage>> =>
    host.request('chat.search', { text, conversationId: conversation.value?.id ?? null })

  async function loadEarlier(): Promise<void> {
    const id = conversation.value?.id
    const before = messages.value[0]?.id
    if (id === undefined || before === undefined) return
    const page = valueOf(await host.request('desk.loadEarlier', { conversationId: id, before }))
    if (page === null || !isOpen(id)) return
    stream.value = withEarlier(stream.value, page.messages)
    hasEarlier.value = page.hasEarlier
  }

  async function end(): Promise<void> {
    const id = conversation.value?.id
    if (id === undefined || isEnding.value) return
    isEnding.value = true
    const ended = valueOf(await host.request('conversation.end', { conversationId: id }))
    isEnding.value = false
    if (ended !== null) noteConversation(ended)
  }

  /** All up to this seq was seen by the agent. Says nothing twice. */
  async function markRead(conversationId: ConversationId, seq: number): Promise<void> {
    const known = isOpen(conversationId) ? (conversation.value?.officeReadSeq ?? 0) : 0
    if (seq <= Math.max(known, marked.get(conversationId) ?? 0)) return
    marked.set(conversationId, seq)
    const result = await host.request('chat.markRead', { conversationId, seq })
    // Not told: the next look at the conversation tries again.
    if (!result.ok && marked.get(conversationId) === seq) marked.delete(conversationId)
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    close()
    drafts.forget()
    filled.clear()
    marked.clear()
  }

  return {
    conversation,
    taxpayer,
    messages,
    hasEarlier,
    draft,
    openingId,
    openFailure,
    actionFailure,
    isEnding,
    isEnded,
    open,
    close,
    setDraft,
    putBack,
    noteFilled,
    send,
    resend,
    discard,
    edit,
    loadEarlier,
    search,
    end,
    markRead,
    reset,
  }
})
