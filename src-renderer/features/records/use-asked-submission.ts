// Sending a text that the taxpayer will read: a word that the server asks about is answered where it was written, by 仍要发送.
import type { Failure } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef } from 'vue'

export function useAskedSubmission(parts: {
  /** null: taken. */
  readonly send: (isConfirmed: boolean) => Promise<Failure | null>
  /** True where the failure was shown elsewhere. */
  readonly takesFault: (failure: Failure) => Promise<boolean> | boolean
}) {
  const isSending = ref(false)
  const problem = shallowRef<Failure | null>(null)
  /** As it is it will be taken, if that is meant. */
  const isAsked = computed(() => problem.value?.code === 'MESSAGE_WARNED')

  /** Whether it was taken. */
  async function submit(isConfirmed = false): Promise<boolean> {
    if (isSending.value) return false
    isSending.value = true
    problem.value = null
    const refused = await parts.send(isConfirmed)
    isSending.value = false
    if (refused && !(await parts.takesFault(refused))) problem.value = refused
    return refused === null
  }
  /** What was complained of is another text now. */
  const mended = (): void => void (problem.value = null)
  return { isSending, problem, isAsked, submit, mended }
}
