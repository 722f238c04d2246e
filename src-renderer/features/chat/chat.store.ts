// The taxpayer's stream: what the host showed, kept true by its events. Holds no message the host does not.
import type { Conversation, RatingOutcome } from '@zhengna/contract/domain/conversation.ts'
import { canDo } from '@zhengna/contract/domain/conversation.ts'
import type { GuideMark } from '@zhengna/contract/domain/guide-progress.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { LocalMessage, SearchPage } from '@zhengna/contract/host/chat.ts'
import type { ArticleId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'
import { useQuotingStore } from '../quote/index.ts'
import { useKeptDraft } from './chat-draft.ts'
import { belongsToHistory, clearedStream, emptyStream, newestStored, withChanges, withEarlier } from './message-order.ts'

export const useChatStore = defineStore('chat', () => {
  const host = useHost()
  const quoting = useQuotingStore()
  const stream = shallowRef(emptyStream)
  const hasEarlier = ref(false)
  const isCleared = ref(false)
  const isOpen = ref(false)
  const openFailure = shallowRef<Failure | null>(null)
  const conversations = shallowRef<ReadonlyMap<ConversationId, Conversation>>(new Map())
  const place = shallowRef<QueuePlace | null>(null)
  const { draft, restore, flush } = useKeptDraft((text) => host.request('chat.saveDraft', { conversationId: null, text }))
  let readUpTo = ''

  const messages = computed(() => stream.value.messages)
  /** The open conversation, or the last one. */
  const conversation = computed(() =>
    [...conversations.value.values()].reduce<Conversation | null>(
      (last, next) => (last && last.ordinal > next.ordinal ? last : next),
      null,
    ),
  )
  const stage = computed(() => conversation.value?.stage ?? 'ended')
  const canAskPerson = computed(() => stage.value === 'ended' || canDo(stage.value, 'hand-over'))

  function noteConversation(next: Conversation): void {
    const known = conversations.value.get(next.id)
    if (known && known.revision > next.revision) return
    conversations.value = new Map(conversations.value).set(next.id, next)
    if (next.stage !== 'queued' && place.value?.conversationId === next.id) place.value = null
  }

  /** Also to catch up after the host was gone. */
  async function open(): Promise<void> {
    openFailure.value = null
    const opened = await host.request('chat.open', {})
    if (!opened.ok) {
      openFailure.value = opened.error
      return
    }
    const view = opened.value
    hasEarlier.value = view.hasEarlier
    isCleared.value = view.messages.length === 0 && view.hasEarlier
    const last = view.conversation
    const clearedUpTo = isCleared.value && last ? { conversationId: last.id, seq: last.lastSeq } : null
    stream.value = withChanges(clearedStream(clearedUpTo), view.messages)
    if (view.conversation) noteConversation(view.conversation)
    place.value = view.place
    restore(view.draft)
    isOpen.value = true
  }

  const search = (text: string): Promise<Result<SearchPage>> => host.request('chat.search', { text, conversationId: null })

  async function loadEarlier(): Promise<Failure | null> {
    const page = await host.request('chat.loadEarlier', { before: messages.value[0]?.id ?? null })
    if (!page.ok) return page.error
    stream.value = withEarlier(stream.value, page.value.messages)
    hasEarlier.value = page.value.hasEarlier
    isCleared.value = false
    return null
  }

  /** Puts the text back where it was typed when the host would not keep it. */
  async function send(text: string): Promise<Failure | null> {
    draft.value = ''
    const talk = conversation.value?.id ?? null
    const sent = await host.request('chat.send', { conversationId: null, text, ...quoting.quoteIn(talk) })
    if (sent.ok) quoting.cancel(talk)
    if (sent.ok) apply([sent.value])
    else draft.value = draft.value ? `${text}\n${draft.value}` : text
    flush()
    return sent.ok ? null : sent.error
  }

  /** A question from elsewhere than the input box: what is being typed there stays. */
  async function ask(text: string, origin: QuestionOrigin, articleId?: ArticleId | null): Promise<Failure | null> {
    const sent = await host.request('chat.send', { conversationId: null, text, origin, ...(articleId && { articleId }) })
    if (sent.ok) apply([sent.value])
    return sent.ok ? null : sent.error
  }

  /** `isConfirmed`: 仍要发送, after the server asked about a word. */
  async function resend(id: MessageId, isConfirmed = false): Promise<Failure | null> {
    const sent = await host.request('chat.resend', { id, isConfirmed })
    if (sent.ok) apply([sent.value])
    return sent.ok ? null : sent.error
  }

  async function walkGuide(messageId: MessageId, mark: GuideMark): Promise<Failure | null> {
    const walked = await host.request('chat.walkGuide', { messageId, mark })
    if (walked.ok) apply([walked.value])
    return walked.ok ? null : walked.error
  }

  /** Below what is being typed, to be completed there. */
  function prompt(text: string): void {
    if (draft.value.endsWith(text)) return
    draft.value = draft.value.trim() === '' ? text : `${draft.value}\n${text}`
  }

  async function discard(id: MessageId): Promise<Failure | null> {
    const discarded = await host.request('chat.discard', { id })
    if (discarded.ok) apply([], [id])
    return discarded.ok ? null : discarded.error
  }

  /** A failed message goes back into the input box, to be mended and sent anew. */
  async function edit({ id, body }: LocalMessage): Promise<Failure | null> {
    const failure = await discard(id)
    if (!failure && body.kind === 'text') draft.value = draft.value ? `${body.text}\n${draft.value}` : body.text
    return failure
  }

  async function clear(): Promise<Failure | null> {
    const hadMessages = messages.value.length > 0
    const cleared = await host.request('chat.clear', {})
    if (!cleared.ok) return cleared.error
    stream.value = clearedStream(newestStored(stream.value) ?? stream.value.clearedUpTo)
    hasEarlier.value ||= hadMessages
    isCleared.value = hasEarlier.value
    return null
  }

  function markRead({ conversationId, seq, id }: LocalMessage): void {
    if (conversationId === null || seq === null || id === readUpTo) return
    readUpTo = id
    void host.request('chat.markRead', { conversationId, seq })
  }

  const noted = (changed: Result<Conversation>): Failure | null => {
    if (changed.ok) noteConversation(changed.value)
    return changed.ok ? null : changed.error
  }
  /** `isClosing`: with the window, which ends it also while it is transferred. */
  const endConversation = async (conversationId: ConversationId, isClosing = false): Promise<Failure | null> =>
    noted(await host.request('conversation.end', { conversationId, ...(isClosing && { isClosing }) }))
  const rate = async (conversationId: ConversationId, outcome: RatingOutcome, remark: string): Promise<Failure | null> =>
    noted(await host.request('conversation.rate', { conversationId, outcome, remark }))

  function apply(changed: readonly LocalMessage[], removed: readonly MessageId[] = []): void {
    const shown = changed.filter((message) => !belongsToHistory(stream.value, message, conversation.value?.id))
    if (shown.length < changed.length) hasEarlier.value = true
    stream.value = withChanges(stream.value, shown, removed)
  }

  function reset(): void {
    stream.value = emptyStream
    conversations.value = new Map()
    hasEarlier.value = isCleared.value = isOpen.value = false
    place.value = null
    restore('')
  }

  useHostEvent('messages.changed', ({ messages: changed, removed }) => apply(changed, removed))
  useHostEvent('conversation.changed', noteConversation)
  useHostEvent('place.changed', (next) => (place.value = next))

  return {
    messages,
    hasEarlier,
    isCleared,
    isOpen,
    openFailure,
    conversations,
    conversation,
    stage,
    canAskPerson,
    place,
    draft,
    open,
    loadEarlier,
    search,
    send,
    ask,
    resend,
    walkGuide,
    prompt,
    discard,
    edit,
    clear,
    markRead,
    endConversation,
    rate,
    reset,
  }
})
