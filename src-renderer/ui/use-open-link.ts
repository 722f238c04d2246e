import { useI18n } from 'vue-i18n'
import { useHost } from '../host/index.ts'
import { notifyProblem } from './notify.ts'

/** Opens an https address in the person's own browser; this window never leaves its page. */
export function useOpenLink(): (url: string) => Promise<void> {
  const { t } = useI18n()
  return async (url) => {
    const opened = await useHost().request('shell.openLink', { url })
    if (!opened.ok) notifyProblem(t('ui.openLinkFailed'))
  }
}
