import { uuidv7 } from 'uuidv7'
import { cleanText } from '@zhengna/contract/domain/message.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { chatRequests, LocalMessage, MessagePage } from '@zhengna/contract/host/chat.ts'
import { endConversation, handOver, rateConversation, retractMessage } from '@zhengna/contract/http/conversations.ts'
import { answerCall, cancelQueue, deferCall, getQueueTrace, setCallBack } from '@zhengna/contract/http/queue.ts'
import { voteOnAnswer } from '@zhengna/contract/http/votes.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonScope } from '../person-scope.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'
import { giveUpWaiting, sendFile } from './talk-files.ts'

/** Of a taxpayer's one input box; an agent's drafts are kept by conversation. */
const OWN_DRAFT = ''

export function chatHandlers(context: HostContext, connectionChanged: () => void): HandlersOf<typeof chatRequests> {
  const { events, fetch, library } = context

  const page = async (scope: PersonScope, before: MessageId | null, afterMark: boolean): Promise<MessagePage> => {
    const { messages, more } = await scope.cache.page(before, limits.historyPageSize, afterMark)
    return { messages, hasEarlier: more || ((await scope.cache.oldestOrdinal()) ?? 1) > 1 }
  }
  const changed = async (scope: PersonScope, message: LocalMessage | null): Promise<Result<LocalMessage>> => {
    if (!message) return fail(failure('NOT_FOUND'))
    events.emit('messages.changed', { messages: [message], removed: [] })
    connectionChanged()
    await scope.outbox.pump()
    return ok(message)
  }

  return {
    'chat.open': () =>
      withScope(context, async (scope) => {
        library.warm()
        return ok({
          ...(await page(scope, null, true)),
          conversation: await scope.cache.latestConversation(),
          place: scope.live.place,
          draft: await scope.cache.draft(OWN_DRAFT),
        })
      }),
    'chat.loadEarlier': ({ before }) =>
      withScope(context, async (scope) => {
        const held = await page(scope, before, false)
        if (held.messages.length > 0) return ok(held)
        // What this machine has is shown; older conversations come from the server.
        const oldest = await scope.cache.oldestOrdinal()
        if (oldest === null || oldest <= 1) return ok({ messages: [], hasEarlier: false })
        const came = await scope.inOrder(() => scope.inbox.fetchEarlier(oldest))
        return came ? ok(await page(scope, before, false)) : fail(failure('HOST_OFFLINE'))
      }),
    'chat.clear': () =>
      withScope(context, async (scope) => {
        await scope.cache.markCleared()
        return ok(null)
      }),
    'chat.send': ({ conversationId, text, articleId, origin, quote }) =>
      withScope(context, async (scope) => {
        const cleaned = cleanText(text)
        if (!cleaned.ok) return fail(failure(cleaned.code, { max: limits.messageTextMaxLength }))
        const message = await scope.cache.enqueue({
          id: uuidv7() as MessageId,
          conversationId,
          body: { kind: 'text', text: cleaned.text, ...(quote && { quote }) },
          articleId: articleId ?? null,
          origin: origin ?? null,
          at: Date.now(),
        })
        const sent = await changed(scope, message)
        void scope.inOrder(() => scope.offlineAnswers.answerWaiting())
        return sent
      }),
    'chat.sendFile': (call) =>
      withScope(context, async (scope) => {
        const sent = await sendFile(scope, call)
        return sent.ok ? changed(scope, sent.value) : sent
      }),
    'chat.resend': ({ id, isConfirmed }) =>
      withScope(context, async (scope) => {
        const outgoing = await scope.cache.outgoing(id)
        if (outgoing?.attachmentId) await scope.attachments.retry(outgoing.attachmentId)
        return changed(scope, await scope.cache.requeue(id, isConfirmed))
      }),
    'chat.discard': ({ id }) =>
      withScope(context, async (scope) => {
        const file = (await scope.cache.outgoing(id))?.attachmentId
        if (file) await giveUpWaiting(scope, id, file)
        const removed = await scope.cache.discard(id)
        if (removed.length === 0) return fail(failure('NOT_FOUND'))
        if (file) await scope.attachments.endMessage(file, false)
        events.emit('messages.changed', { messages: [], removed })
        // What was written after it waited for it.
        await scope.outbox.pump()
        return ok(null)
      }),
    'chat.retract': (call) => fetch(retractMessage, call),
    'chat.search': ({ text, conversationId }) => withScope(context, async (scope) => ok(await scope.cache.search(text, conversationId))),
    'chat.saveDraft': ({ conversationId, text }) =>
      withScope(context, async (scope) => {
        await scope.cache.saveDraft(conversationId ?? OWN_DRAFT, text, Date.now())
        return ok(null)
      }),
    'chat.markRead': ({ conversationId, seq }) =>
      withScope(context, async (scope) => {
        await scope.inOrder(() => scope.readMarks.mark(conversationId, seq))
        return ok(null)
      }),
    'chat.vote': ({ messageId, ...body }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(voteOnAnswer, { params: { messageId }, body })
        if (!reply.ok) return reply
        const { vote } = reply.value
        await scope.inOrder(() => scope.inbox.votes([{ messageId, vote }]))
        return ok(vote)
      }),
    'chat.walkGuide': ({ messageId, mark }) =>
      withScope(context, async (scope) => {
        const message = await scope.cache.markGuide(messageId, mark)
        if (!message) return fail(failure('NOT_FOUND'))
        events.emit('messages.changed', { messages: [message], removed: [] })
        return ok(message)
      }),
    'queue.join': (body) =>
      withScope(context, async (scope) => {
        const reply = await fetch(handOver, { body })
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        return ok(reply.value.place)
      }),
    'queue.cancel': () =>
      withScope(context, async (scope) => {
        const reply = await fetch(cancelQueue, {})
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        return ok(null)
      }),
    'queue.setCallBack': (body) =>
      withScope(context, async () => {
        const reply = await fetch(setCallBack, { body })
        return reply.ok ? ok(reply.value.place) : reply
      }),
    'queue.answer': () =>
      withScope(context, async (scope) => {
        const reply = await fetch(answerCall, {})
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        return ok(null)
      }),
    'queue.trace': (call) => fetch(getQueueTrace, call),
    'queue.defer': () =>
      withScope(context, async () => {
        const reply = await fetch(deferCall, {})
        return reply.ok ? ok(reply.value.place) : reply
      }),
    'conversation.end': ({ conversationId, isClosing }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(endConversation, { params: { conversationId }, query: { ...(isClosing && { isClosing }) } })
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        return ok(reply.value.conversation)
      }),
    'conversation.rate': ({ conversationId, outcome, remark }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(rateConversation, { params: { conversationId }, body: { outcome, remark } })
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        return ok(reply.value.conversation)
      }),
  }
}
