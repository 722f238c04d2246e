// Window tests share what they have imported, and nothing else: what one has mounted or shown is gone before the next.
import { disableAutoUnmount, enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterAll, afterEach } from 'vitest'

// Not every test here has a window.
if (typeof document !== 'undefined') {
  const { ElMessage } = await import('element-plus')
  const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame)

  // Run the other way round: taken down first.
  afterEach(() => {
    ElMessage.closeAll()
    document.body.replaceChildren()
  })
  // This runs for each file, in a process that remembers the last one's.
  disableAutoUnmount()
  enableAutoUnmount(afterEach)
  // A message that fades does so before its window is gone.
  afterAll(async () => {
    await flushPromises()
    await nextFrame()
    await nextFrame()
  })
}
