// Asks about files that were chosen and not uploaded, before a form is submitted.
import { ref, shallowRef, type Ref } from 'vue'
import type { ChosenFiles, FilesAnswer } from './chosen-files.ts'

export function usePendingFiles(files: Readonly<Ref<ChosenFiles | null>>) {
  /** How many are asked about; 0 while nothing is asked. */
  const asked = ref(0)
  const answering = shallowRef<((answer: FilesAnswer) => void) | null>(null)

  function answer(given: FilesAnswer): void {
    asked.value = 0
    answering.value?.(given)
    answering.value = null
  }
  /** What keeps the form from being submitted; null where nothing does. */
  async function settle(): Promise<'back' | 'failed' | null> {
    const count = files.value?.pendingCount() ?? 0
    if (count === 0) return null
    asked.value = count
    const given = await new Promise<FilesAnswer>((resolve) => (answering.value = resolve))
    if (given !== 'upload') return given === 'back' ? 'back' : null
    return (await files.value?.uploadAll()) ? null : 'failed'
  }
  return { asked, answer, settle }
}
