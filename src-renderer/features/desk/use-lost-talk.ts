// The open conversation became another agent's, or waits again: nobody goes on typing into it.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { notifyNews } from '../../ui/index.ts'
import { useSessionStore } from '../session/index.ts'
import { useDeskStore } from './desk.store.ts'
import { useTalkStore } from './talk.store.ts'

export function useLostTalk(): void {
  const { t } = useI18n()
  const desk = useDeskStore()
  const talk = useTalkStore()
  const session = useSessionStore()
  watch(
    () => talk.conversation,
    (conversation) => {
      if (!conversation || conversation.stage === 'ended' || conversation.agent?.id === session.person?.id) return
      notifyNews(conversation.agent ? t('desk.transfer.lost', { number: conversation.agent.number }) : t('desk.transfer.lostUnseen'))
      desk.select(null)
    },
  )
}
