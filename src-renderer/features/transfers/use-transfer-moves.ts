// What the agents concerned do with a transfer. What came of it is told by the desk's view.
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { TransferId } from '@zhengna/contract/ids.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { ref } from 'vue'
import { useHost } from '../../host/index.ts'
import { notifyFailure } from '../../ui/index.ts'

export function useTransferMoves() {
  const host = useHost()
  const isMoving = ref(false)

  /** One at a time; null where it did not happen, and the agent was told why. */
  async function move<T>(ask: () => Promise<Result<T>>): Promise<T | null> {
    if (isMoving.value) return null
    isMoving.value = true
    const result = await ask()
    isMoving.value = false
    if (!result.ok) notifyFailure(result.error)
    return result.ok ? result.value : null
  }

  return {
    isMoving,
    accept: (transferId: TransferId): Promise<Conversation | null> => move(() => host.request('transfers.accept', { transferId })),
    decline: (transferId: TransferId, reason: string) =>
      move(() => host.request('transfers.decline', { params: { transferId }, body: { reason } })),
    cancel: (transferId: TransferId) => move(() => host.request('transfers.cancel', { params: { transferId } })),
  }
}
