// Short notes over the window. A failure's text already says what to do next (contract/errors.ts).
import type { Failure } from '@zhengna/contract/result.ts'
import { ElMessage } from './element.ts'

const note = (type: 'success' | 'warning' | 'info', message: string) =>
  void ElMessage({ type, message, grouping: true, offset: 64, duration: type === 'success' ? 2500 : 5000 })

export const notifyDone = (message: string): void => note('success', message)
/** Something came that the person did not ask for. */
export const notifyNews = (message: string): void => note('info', message)
export const notifyProblem = (message: string): void => note('warning', message)
export const notifyFailure = (failure: Failure): void => note('warning', failure.message)
