// A call that is answered becomes a live conversation without a press at this window: it is opened where that disturbs nothing.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { notifyNews } from '../../ui/index.ts'
import { useSessionStore } from '../session/index.ts'
import { useDeskStore } from './desk.store.ts'

export function useAnsweredCalls(): void {
  const { t } = useI18n()
  const desk = useDeskStore()
  const session = useSessionStore()
  let called = new Set<ConversationId>()
  watch(
    () => desk.view,
    () => {
      for (const { conversation, taxpayer } of desk.sections.live) {
        if (!called.has(conversation.id)) continue
        if (desk.selectedRow?.conversation.stage === 'live') notifyNews(t('desk.call.answered', { name: taxpayer.name }))
        else desk.select(conversation.id)
      }
      called = new Set(
        desk.waiting.flatMap(({ call, conversationId }) => (call && call.agentId === session.person?.id ? [conversationId] : [])),
      )
    },
    { immediate: true },
  )
}
