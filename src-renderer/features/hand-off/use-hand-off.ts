// The pack of one conversation, asked for anew when the conversation is another one.
import type { HandOffPack } from '@zhengna/contract/domain/hand-off.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { shallowRef, watch, type Ref } from 'vue'
import { useHost } from '../../host/index.ts'

export function useHandOff(conversationId: () => ConversationId): {
  pack: Ref<HandOffPack | null>
  failure: Ref<Failure | null>
  load: () => Promise<void>
} {
  const host = useHost()
  const pack = shallowRef<HandOffPack | null>(null)
  const failure = shallowRef<Failure | null>(null)
  async function load(): Promise<void> {
    const id = conversationId()
    failure.value = null
    const got = await host.request('conversation.handOff', { params: { conversationId: id } })
    if (id !== conversationId()) return
    failure.value = got.ok ? null : got.error
    pack.value = got.ok ? got.value.pack : null
  }
  watch(
    conversationId,
    () => {
      pack.value = null
      void load()
    },
    { immediate: true },
  )
  return { pack, failure, load }
}
