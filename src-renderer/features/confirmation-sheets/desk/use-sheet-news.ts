// Whoever sent a sheet hears at once that it was handed in, on whatever page they are.
import { useI18n } from 'vue-i18n'
import { useHostEvent } from '../../../host/index.ts'
import { notifyNews } from '../../../ui/index.ts'
import { useSessionStore } from '../../session/index.ts'

export function useSheetNews(): void {
  const session = useSessionStore()
  const { t } = useI18n()
  useHostEvent('sheets.changed', ({ kind, agentId, taxpayerName, matter }) => {
    if (kind === 'submit' && agentId === session.person?.id) notifyNews(t('sheetDesk.arrived', { name: taxpayerName, matter }))
  })
}
