// 撤回 of one's own text, picture or file. What a text said is kept in this window alone, to be written anew.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { ref, shallowReactive } from 'vue'
import { useHost } from '../../host/index.ts'

/** A little before the server's limit: what is offered must still be possible when it arrives. */
const OFFERED_FOR_MS = limits.retractWithinMs - 5_000

const retractable: ReadonlySet<string> = new Set(['text', 'picture', 'file'])

export const useRetractionStore = defineStore('retraction', () => {
  const host = useHost()
  const words = shallowReactive(new Map<MessageId, string>())
  const busyId = ref<MessageId | null>(null)

  const mayRetract = ({ body, delivery, at }: LocalMessage, now: number): boolean =>
    retractable.has(body.kind) && (delivery === 'delivered' || delivery === 'read') && now - at < OFFERED_FOR_MS

  async function retract({ id, body }: LocalMessage): Promise<Failure | null> {
    busyId.value = id
    const done = await host.request('chat.retract', { params: { messageId: id } })
    busyId.value = null
    if (!done.ok) return done.error
    if (body.kind === 'text') words.set(id, body.text)
    return null
  }
  /** null: it was not written in this window. */
  const wordsOf = (id: MessageId): string | null => words.get(id) ?? null
  /** Another person signs in: what the last one took back is nobody's. */
  const reset = (): void => words.clear()
  return { busyId, mayRetract, retract, wordsOf, reset }
})
