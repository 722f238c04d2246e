import { ElMessageBox } from './element.ts'
import { uiLocale } from './ui.locale.ts'

export interface Question {
  readonly title: string
  /** What happens, and whether it can be undone. */
  readonly message: string
  /** Paints 「确定」 in the warning colour: something is lost by it. */
  readonly isGrave?: boolean
}

/** Asks with 「确定」「取消」; false also for Esc. */
export async function confirm({ title, message, isGrave = false }: Question): Promise<boolean> {
  const answer = await ElMessageBox.confirm(message, title, {
    confirmButtonText: uiLocale.ui.confirm,
    cancelButtonText: uiLocale.ui.cancel,
    confirmButtonType: isGrave ? 'danger' : 'primary',
    showClose: false,
    closeOnClickModal: false,
    autofocus: true,
  }).catch(() => 'cancel' as const)
  return answer !== 'cancel' && answer !== 'close'
}
