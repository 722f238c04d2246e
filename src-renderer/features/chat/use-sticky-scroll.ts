// Where the stream stands: stays at the bottom while the reader is there, stays put when history is put in above.
import { useEventListener, useResizeObserver } from '@vueuse/core'
import { nextTick, ref, type Ref } from 'vue'

/** So near to the end counts as being there. */
const nearPx = 48

/** `hasMessages`: without any, what stands there is read from its beginning. */
export function useStickyScroll(box: Ref<HTMLElement | null>, content: Ref<HTMLElement | null>, hasMessages: () => boolean) {
  const isAtBottom = ref(true)

  const toBottom = (): void => {
    if (!box.value) return
    if (hasMessages()) box.value.scrollTop = box.value.scrollHeight
    isAtBottom.value = true
  }

  const isNear = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean => scrollHeight - scrollTop - clientHeight < nearPx

  let lastTop = 0
  useEventListener(box, 'scroll', () => {
    if (!box.value) return
    const { scrollTop } = box.value
    // Far from the end without having gone up: the box or the talk changed its size, the reader did not leave.
    if (isNear(box.value)) isAtBottom.value = true
    else if (scrollTop < lastTop) isAtBottom.value = false
    lastTop = scrollTop
  })
  // Pictures arrive, the font grows, the window is made smaller: the end stays in view.
  useResizeObserver([box, content], () => {
    if (isAtBottom.value) toBottom()
  })

  /** Runs a change that adds rows above, and keeps what was at the top where the reader sees it. */
  async function keepPlace(change: () => Promise<void>): Promise<void> {
    const anchor = [...(content.value?.querySelectorAll('[data-message]') ?? [])].find(
      (row) => row.getBoundingClientRect().bottom > (box.value?.getBoundingClientRect().top ?? 0),
    )
    const before = anchor?.getBoundingClientRect().top ?? 0
    isAtBottom.value = false
    await change()
    await nextTick()
    if (!anchor?.isConnected) toBottom()
    else if (box.value) {
      box.value.scrollTop += anchor.getBoundingClientRect().top - before
      isAtBottom.value = isNear(box.value)
    }
  }

  /**
   * Puts a row's beginning at the top where what follows it is longer than the box: a long answer is read from its first
   * word, not from its last. False where all of it fits.
   */
  const toBeginning = (messageId: string): boolean => {
    const row = content.value?.querySelector(`[data-message="${messageId}"]`)
    if (!row || !box.value || !content.value) return false
    const { top } = row.getBoundingClientRect()
    if (content.value.getBoundingClientRect().bottom - top <= box.value.clientHeight) return false
    box.value.scrollTop += top - box.value.getBoundingClientRect().top
    lastTop = box.value.scrollTop
    isAtBottom.value = false
    return true
  }

  return { isAtBottom, toBottom, toBeginning, keepPlace }
}
