// The office's 留言: one page of them as they are looked through, and the one that is open. Every change is the server's.
import type { DeskLeaveMessage, DeskLeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageState, LeaveMessageType } from '@zhengna/contract/domain/leave-message.ts'
import type { HostParams } from '@zhengna/contract/host/index.ts'
import type { LeaveMessageId, OfficeId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../../host/index.ts'

export const leaveDeskScopes = ['waiting', 'mine', 'all'] as const
export type LeaveDeskScope = (typeof leaveDeskScopes)[number]

/** In what is looked for: numbers must match whole, the others in part. */
export const searchedFields = ['taxpayer', 'content', 'number'] as const
export type SearchedField = (typeof searchedFields)[number]

export interface LeaveDeskFilter {
  readonly field: SearchedField
  readonly search: string
  readonly type: LeaveMessageType | ''
  /** Of 全部 alone: the other scopes say it themselves. */
  readonly state: LeaveMessageState | ''
}
const everything: LeaveDeskFilter = { field: 'taxpayer', search: '', type: '', state: '' }

export const leavePerPage = 20

/** What an agent writes: each kind keeps its own text until it is sent. */
export const writtenKinds = ['reply', 'askBack', 'note'] as const
export type WrittenKind = (typeof writtenKinds)[number]

export const useLeaveDeskStore = defineStore('leave-desk', () => {
  const host = useHost()
  const scope = ref<LeaveDeskScope>('waiting')
  const filter = shallowRef(everything)
  const offset = ref(0)
  const items = shallowRef<readonly DeskLeaveMessageSummary[]>([])
  const total = ref(0)
  const waiting = ref(0)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const opened = shallowRef<DeskLeaveMessage | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  const offices = shallowRef<readonly { id: OfficeId; name: string; agents: readonly { id: string; number: string; name: string }[] }[]>([])
  const written = ref(new Map<string, string>())
  const isFiltered = computed(() => [filter.value.search, filter.value.type, filter.value.state].some((value) => value !== ''))
  let latest = 0

  function query(): NonNullable<HostParams<'inbox.list'>['query']> {
    const { field, search, type, state } = filter.value
    const ofScope = scope.value === 'waiting' ? { state: 'waiting' as const } : scope.value === 'mine' ? { isMine: true } : {}
    return {
      ...(search.trim() && { [field]: search.trim() }),
      ...(type && { type }),
      ...(scope.value === 'all' && state && { state }),
      ...ofScope,
      page: offset.value / leavePerPage + 1,
      pageSize: leavePerPage,
    }
  }

  /** The last question asked is the one that is answered. */
  async function load(): Promise<void> {
    const asked = ++latest
    const page = await host.request('inbox.list', { query: query() })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    items.value = page.value.items
    total.value = page.value.total
    waiting.value = page.value.waiting
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<LeaveDeskFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  async function show(next: LeaveDeskScope): Promise<void> {
    scope.value = next
    await turnTo(0)
  }

  async function open(id: LeaveMessageId): Promise<void> {
    const got = await host.request('inbox.get', { params: { leaveMessageId: id } })
    opened.value = got.ok ? got.value.leaveMessage : null
    openFailure.value = got.ok ? null : got.error
  }
  function close(): void {
    opened.value = null
    openFailure.value = null
  }
  async function loadOffices(): Promise<void> {
    if (offices.value.length > 0) return
    const got = await host.request('inbox.offices', {})
    if (got.ok) offices.value = got.value.offices
  }

  const keyOf = (kind: WrittenKind): string => `${opened.value?.id ?? ''} ${kind}`
  const textOf = (kind: WrittenKind): string => written.value.get(keyOf(kind)) ?? ''
  const write = (kind: WrittenKind, text: string): void => void written.value.set(keyOf(kind), text)

  /** What it is now is shown, also where the move was refused because somebody else was faster. */
  async function moved(change: Promise<Result<{ leaveMessage: DeskLeaveMessage }>>): Promise<Failure | null> {
    const id = opened.value?.id
    const got = await change
    if (got.ok && got.value.leaveMessage.id === opened.value?.id) opened.value = got.value.leaveMessage
    else if (!got.ok && got.error.code === 'LEAVE_MESSAGE_STATE_WRONG' && id) await open(id)
    await load()
    return got.ok ? null : got.error
  }
  const params = () => ({ leaveMessageId: opened.value?.id ?? ('' as LeaveMessageId) })
  async function send(kind: WrittenKind): Promise<Failure | null> {
    const key = keyOf(kind)
    const text = textOf(kind)
    const said = { params: params(), body: { text, attachmentIds: [] } }
    const change =
      kind === 'note'
        ? host.request('inbox.note', { params: params(), body: { text } })
        : kind === 'reply'
          ? host.request('inbox.reply', said)
          : host.request('inbox.askBack', said)
    const failed = await moved(change)
    if (!failed) written.value.delete(key)
    return failed
  }
  const take = (): Promise<Failure | null> => moved(host.request('inbox.take', { params: params() }))
  const release = (): Promise<Failure | null> => moved(host.request('inbox.release', { params: params() }))
  const move = (body: HostParams<'inbox.move'>['body']): Promise<Failure | null> =>
    moved(host.request('inbox.move', { params: params(), body }))
  const convert = (body: HostParams<'inbox.convert'>['body']): Promise<Failure | null> =>
    moved(host.request('inbox.convert', { params: params(), body }))

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    close()
    items.value = []
    isLoaded.value = false
    scope.value = 'waiting'
    filter.value = everything
    offset.value = 0
    offices.value = []
    written.value = new Map()
  }

  return {
    scope,
    filter,
    offset,
    items,
    total,
    waiting,
    isLoaded,
    failure,
    isFiltered,
    opened,
    openFailure,
    offices,
    load,
    turnTo,
    look,
    show,
    clear: () => look(everything),
    open,
    close,
    loadOffices,
    textOf,
    write,
    send,
    take,
    release,
    move,
    convert,
    reset,
  }
})
