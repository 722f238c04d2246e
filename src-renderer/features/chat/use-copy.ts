import { useI18n } from 'vue-i18n'
import { notifyDone, notifyProblem } from '../../ui/index.ts'

/** Into the clipboard, and says whether it is there. */
export function useCopy(): (text: string) => Promise<void> {
  const { t } = useI18n()
  return (text) =>
    navigator.clipboard.writeText(text).then(
      () => notifyDone(t('chat.copied')),
      () => notifyProblem(t('chat.copyFailed')),
    )
}
