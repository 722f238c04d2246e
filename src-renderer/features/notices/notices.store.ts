// 我的消息: what the host showed, kept true by its events.
import { isUnread, noneUnread, noticeKinds, type Notice, type NoticeKind, type UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import type { NoticePage } from '@zhengna/contract/host/notices.ts'
import type { NoticeId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { emptyPage, withChanges, withOlder } from './notice-pages.ts'

type Pages = Readonly<Record<NoticeKind, NoticePage>>
const nothing: Pages = { todo: emptyPage, info: emptyPage }

export const useNoticesStore = defineStore('notices', () => {
  const host = useHost()
  const pages = shallowRef<Pages>(nothing)
  const unread = shallowRef<UnreadNotices>(noneUnread)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const unreadTotal = computed(() => unread.value.todo + unread.value.info)

  async function open(): Promise<void> {
    failure.value = null
    const opened = await host.request('notices.open', {})
    if (!opened.ok) {
      // What is already there stays, even if it could not be renewed.
      if (!isLoaded.value) failure.value = opened.error
      return
    }
    pages.value = opened.value.pages
    unread.value = opened.value.unread
    isLoaded.value = true
  }

  async function more(kind: NoticeKind): Promise<Failure | null> {
    const before = pages.value[kind].notices.at(-1)?.id
    if (before === undefined) return null
    const older = await host.request('notices.more', { kind, before })
    if (!older.ok) return older.error
    pages.value = { ...pages.value, [kind]: withOlder(pages.value[kind], older.value) }
    return null
  }

  /** Its counts come with the event that follows. */
  async function read(notice: Notice): Promise<Failure | null> {
    if (!isUnread(notice)) return null
    const result = await host.request('notices.read', { noticeId: notice.id })
    return result.ok ? null : result.error
  }

  const find = (id: NoticeId): Notice | null =>
    noticeKinds.flatMap((kind) => pages.value[kind].notices).find((notice) => notice.id === id) ?? null

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    pages.value = nothing
    unread.value = noneUnread
    isLoaded.value = false
    failure.value = null
  }

  useHostEvent('notices.changed', ({ notices, unread: counts }) => {
    unread.value = counts
    const ofKind = (kind: NoticeKind): NoticePage =>
      withChanges(
        pages.value[kind],
        notices.filter((notice) => notice.kind === kind),
      )
    pages.value = { todo: ofKind('todo'), info: ofKind('info') }
  })
  useHostReturn(() => void open())

  return { pages, unread, unreadTotal, isLoaded, failure, open, more, read, find, reset }
})
