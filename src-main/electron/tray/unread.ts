// How many messages wait for the person, told from what the host reports. No Electron here.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { DeskView } from '@zhengna/contract/host/desk.ts'
import type { HostEventName } from '@zhengna/contract/host/index.ts'

export interface Unread {
  count(): number
  /** True when the count may have changed. `isWatched`: the person has the window before them. */
  hear(name: HostEventName, payload: unknown, isWatched: boolean): boolean
  /** The person looks at the window now. */
  seen(): boolean
}

/** The taxpayer's: what the agent wrote while the window was away. The same message may be reported many times. */
export function createTaxpayerUnread(): Unread {
  const waiting = new Set<string>()
  const known = new Set<string>()
  return {
    count: () => waiting.size,
    hear(name, payload, isWatched) {
      if (name !== 'messages.changed') return false
      for (const { id, author } of (payload as { messages: readonly LocalMessage[] }).messages) {
        if (author !== 'agent' || known.has(id)) continue
        known.add(id)
        if (!isWatched) waiting.add(id)
      }
      return true
    },
    seen() {
      waiting.clear()
      return true
    },
  }
}

/** The console's: its workbench already counts. */
export function createConsoleUnread(): Unread {
  let count = 0
  return {
    count: () => count,
    hear(name, payload) {
      if (name !== 'desk.changed') return false
      count = (payload as DeskView).conversations.reduce((sum, { unread }) => sum + unread, 0)
      return true
    },
    seen: () => false,
  }
}
