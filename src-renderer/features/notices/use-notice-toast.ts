// Says quietly that something came; what it is stands in 我的消息.
import { useI18n } from 'vue-i18n'
import { useHostEvent } from '../../host/index.ts'
import { notifyNews } from '../../ui/index.ts'

export function useNoticeToast(): void {
  const { t } = useI18n()
  useHostEvent('notices.changed', ({ notices, arrived }) => {
    const [first, ...others] = notices.filter(({ id }) => arrived.includes(id))
    if (!first) return
    notifyNews(others.length === 0 ? t('notices.arrived', { title: first.title }) : t('notices.arrivedSeveral', { count: arrived.length }))
  })
}
