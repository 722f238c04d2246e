// Calls the person to the to-dos of 我的消息 that they have not opened, as often as an administrator set.
import { settingDefinitions } from '@zhengna/contract/domain/setting.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'
import type { Desktop } from './desktop.ts'

export interface TodoReminder {
  /** As the server says; 0: never. */
  setMinutes(minutes: number): void
  stop(): void
}

export interface TodoReminderParts {
  readonly cache: PersonCache
  readonly events: Events
  readonly desktop: Desktop
  readonly log: (line: string) => void
}

export function createTodoReminder({ cache, events, desktop, log }: TodoReminderParts): TodoReminder {
  let minutes: number = settingDefinitions['notices.reminder-minutes'].default
  let tail: Promise<void> = Promise.resolve()
  let isStopped = false

  const look = async (): Promise<void> => {
    const newest = minutes > 0 ? await cache.newestUnread('todo') : null
    const { todo: count } = await cache.unreadNotices()
    if (isStopped) return
    if (!newest) return desktop.settle('notices')
    const isOne = count === 1
    desktop.call({
      matter: 'notices',
      key: newest.id,
      title: isOne ? '您有一条待办提醒' : `您有 ${count} 条待办提醒`,
      text: newest.title,
      id: isOne ? newest.id : null,
      everyMs: minutes * 60_000,
      endsAt: null,
    })
  }
  const lookSoon = (): void => {
    if (isStopped) return
    tail = tail.then(look).catch((error: unknown) => log(`reminder: ${error instanceof Error ? error.message : 'failed'}`))
  }

  const unsubscribe = events.subscribe((name) => {
    if (name === 'notices.changed') lookSoon()
  })
  // What was left unread before the program was closed.
  lookSoon()

  return {
    setMinutes(next) {
      if (next === minutes) return
      minutes = next
      lookSoon()
    },
    stop() {
      isStopped = true
      unsubscribe()
    },
  }
}
