// Window tests share what they have imported, and nothing else: what one has mounted is gone before the next.
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// Run for each file, in a process that remembers the last one's.
disableAutoUnmount()
enableAutoUnmount(afterEach)
afterEach(() => {
  if (typeof document !== 'undefined') document.body.replaceChildren()
})
