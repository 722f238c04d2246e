// Sending a form: what the server says of a field is said there, all else above the button. Nothing is cleared unless it was taken.
import { failure } from '@zhengna/contract/errors.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { confirm } from '../../ui/index.ts'

export function useSubmission<T>(parts: {
  readonly send: (isConfirmed: boolean) => Promise<Result<T>>
  /** True where the failure was shown at its field. */
  readonly takesFault: (failure: Failure) => Promise<boolean>
}) {
  const { t } = useI18n()
  const isSending = ref(false)
  const problem = shallowRef<Failure | null>(null)

  async function sendAsking(): Promise<Result<T> | null> {
    const sent = await parts.send(false)
    if (sent.ok || sent.error.code !== 'MESSAGE_WARNED') return sent
    return (await confirm({ title: t('records.warnedTitle'), message: sent.error.message })) ? parts.send(true) : null
  }
  /** null: not sent; why stands in `problem` or at a field. */
  async function submit(): Promise<T | null> {
    if (isSending.value) return null
    isSending.value = true
    problem.value = null
    const sent = await sendAsking()
    isSending.value = false
    if (sent?.ok) return sent.value
    if (sent && !(await parts.takesFault(sent.error)))
      problem.value = sent.error.code === 'HOST_OFFLINE' ? { ...failure('HOST_OFFLINE'), message: t('records.offlineSubmit') } : sent.error
    return null
  }
  return { isSending, problem, submit }
}
