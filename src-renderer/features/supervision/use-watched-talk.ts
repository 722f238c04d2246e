// What is said in a conversation that is watched: read from the server as it is said, nothing of it kept on this machine.
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { LocalMessage, QuotedMessage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import { computed, type ComputedRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { useAskedAnew, type AskedAnew } from './use-asked-anew.ts'

export interface WatchedTalk extends Pick<AskedAnew<unknown>, 'failure' | 'load'> {
  /** null: nothing came yet. */
  readonly messages: ComputedRef<readonly LocalMessage[] | null>
}

const quotedBy = ({ body }: Message, all: readonly Message[]): QuotedMessage | null =>
  body.kind === 'text' ? (all.find(({ id }) => id === body.quote) ?? null) : null

const isRetraction = ({ body }: Message): boolean => body.kind === 'event' && body.event.type === 'retracted'

export function useWatchedTalk(conversationId: ConversationId): WatchedTalk {
  const host = useHost()
  let known: readonly Message[] = []

  async function read(): Promise<Result<readonly Message[]>> {
    for (;;) {
      const afterSeq = known.at(-1)?.seq ?? 0
      const page = await host.request('supervision.messages', {
        params: { conversationId },
        query: { afterSeq, limit: limits.historyPageMax },
      })
      if (!page.ok) return page
      const { messages, lastSeq } = page.value
      // What was taken back lies before: all is read again.
      const isAnew = afterSeq > 0 && messages.some(isRetraction)
      known = isAnew ? [] : [...known, ...messages]
      if (!isAnew && (messages.length === 0 || (known.at(-1)?.seq ?? 0) >= lastSeq)) return ok(known)
    }
  }

  const { shown, failure, load } = useAskedAnew(read)
  const messages = computed(
    () =>
      shown.value
        ?.filter((message) => !isRetraction(message))
        .map((message) => ({ ...message, delivery: null, failure: null, vote: null, guides: [], quoted: quotedBy(message, known) })) ??
      null,
  )
  return { messages, failure, load }
}
