// A supervisor whispers: said wherever the agent is in the console, since another conversation may be open.
import { useI18n } from 'vue-i18n'
import { useHostEvent } from '../../host/index.ts'
import { notifyNews } from '../../ui/index.ts'

export function useWhisperNews(): void {
  const { t } = useI18n()
  useHostEvent('supervision.whispered', ({ whisper }) =>
    notifyNews(t('supervision.whisperNews', { name: whisper.byName, text: whisper.text })),
  )
}
