// Closing the window leaves nothing open behind it: a place in the queue is given up, a live conversation is ended.
import type { Failure } from '@zhengna/contract/result.ts'
import { useI18n } from 'vue-i18n'
import { useChatStore } from '../features/chat/index.ts'
import { useQueueStore } from '../features/queue/index.ts'
import { confirm } from '../ui/index.ts'

/** True when the window may close. */
export function useLeaving(): () => Promise<boolean> {
  const { t } = useI18n()
  const chat = useChatStore()
  const queue = useQueueStore()

  async function leaveConversation(): Promise<Failure | null> {
    if (chat.stage === 'queued') return queue.cancel()
    if (chat.stage === 'live' && chat.conversation) return chat.endConversation(chat.conversation.id, true)
    return null
  }

  return async () => {
    const title = t('taxpayer.close')
    const question = { queued: 'taxpayer.closeQueued', live: 'taxpayer.closeLive', bot: '', ended: '' }[chat.stage]
    const asked = chat.conversation?.isTransferring && chat.stage === 'live' ? 'taxpayer.closeTransferring' : question
    if (!(await confirm({ title, message: t(asked || 'taxpayer.closeQuestion'), isGrave: asked !== '' }))) return false
    const failure = await leaveConversation()
    return failure === null || confirm({ title, message: t('taxpayer.closeAnyway', { reason: failure.message }), isGrave: true })
  }
}
