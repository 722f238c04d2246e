// Asking by picture: one picture at a time, from its arrival until its question was sent or given up.
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { normalisePicture } from './normalise-picture.ts'

export type ReadingState = 'none' | 'reading' | 'read' | 'failed'

/** Below it, a character in ten or so is wrong. */
const UNSURE_BELOW = 0.9

/** `send`: asks the bot; what went wrong stays in the panel with the question. */
export function useReading(
  send: (question: string) => Promise<Failure | null>,
  normalise: (picture: Blob) => Promise<Result<string>> = normalisePicture,
) {
  const host = useHost()
  const state = ref<ReadingState>('none')
  const picture = shallowRef<Blob | null>(null)
  const pictureUrl = ref('')
  const failure = shallowRef<Failure | null>(null)
  const message = ref('')
  const whole = ref('')
  const isWhole = ref(false)
  const isUnsure = ref(false)
  const isSending = ref(false)
  /** Rises with each picture: what is told of an earlier one is not listened to. */
  let turn = 0

  const question = computed({
    get: () => (isWhole.value ? whole.value : message.value),
    set: (text) => ((isWhole.value ? whole : message).value = text),
  })

  async function read(next: Blob): Promise<void> {
    close()
    const own = ++turn
    picture.value = next
    pictureUrl.value = URL.createObjectURL(next)
    state.value = 'reading'
    const png = await normalise(next)
    if (own !== turn) return
    const read = png.ok ? await host.request('reading.read', { picture: png.value }) : png
    if (own !== turn) return
    state.value = read.ok ? 'read' : 'failed'
    if (!read.ok) {
      failure.value = read.error
      return
    }
    message.value = read.value.question
    whole.value = read.value.text
    isUnsure.value = read.value.confidence < UNSURE_BELOW
  }

  function close(): void {
    turn += 1
    if (pictureUrl.value) URL.revokeObjectURL(pictureUrl.value)
    pictureUrl.value = message.value = whole.value = ''
    picture.value = failure.value = null
    isWhole.value = isUnsure.value = false
    state.value = 'none'
  }

  /** True once it was sent. */
  async function ask(): Promise<boolean> {
    const text = question.value.trim()
    if (state.value !== 'read' || text === '' || isSending.value) return false
    isSending.value = true
    failure.value = await send(text)
    isSending.value = false
    if (failure.value) return false
    close()
    return true
  }

  const retry = async (): Promise<void> => (picture.value ? read(picture.value) : undefined)

  onScopeDispose(close)
  return { state, pictureUrl, failure, question, whole, isWhole, isUnsure, isSending, read, retry, ask, close }
}

export type Reading = ReturnType<typeof useReading>
