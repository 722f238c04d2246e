// The server changed one's presence: said wherever the agent is in the console.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { notifyNews } from '../../ui/index.ts'
import { useDeskStore } from './desk.store.ts'

export function usePresenceNews(): void {
  const { t } = useI18n()
  const desk = useDeskStore()
  watch(
    () => desk.presenceReason,
    (reason) => {
      if (reason) notifyNews(t(`desk.presence.reason.${reason}`))
    },
  )
}
