// 精准推送: one page of the office's pushes as they are looked through, the one that is open, and what is typed and not saved yet.
import type { Push, PushChoices } from '@zhengna/contract/domain/push-record.ts'
import type { PushState } from '@zhengna/contract/domain/push.ts'
import type { PushId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { uuidv7 } from 'uuidv7'
import { ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { createFilteredPage, narrowing } from '../../ui/index.ts'
import { blankForm, contentOf, formOf, isSameForm, type PushForm } from './push-form.ts'

export interface PushFilter {
  readonly state: PushState | ''
  readonly title: string
}
const everything: PushFilter = { state: '', title: '' }
export const pushesPerPage = 20

export const usePushesStore = defineStore('pushes', () => {
  const host = useHost()
  const page = createFilteredPage({
    everything,
    size: pushesPerPage,
    ask: (filter, paging) => host.request('pushes.list', { query: { ...narrowing(filter), ...paging } }),
  })
  const choices = shallowRef<PushChoices>({ offices: [], tags: [] })
  const opened = shallowRef<Push | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  /** By id; it stays while another push is looked at. */
  const typed = ref(new Map<PushId, PushForm>())
  const begun = ref(new Set<PushId>())

  async function loadChoices(): Promise<void> {
    const got = await host.request('pushes.choices', {})
    if (got.ok) choices.value = got.value
  }

  /** One that only stands in its form yet. */
  const isNew = (id: PushId): boolean => begun.value.has(id)
  function begin(form: PushForm = blankForm()): PushId {
    const id = uuidv7() as PushId
    typed.value.set(id, form)
    begun.value.add(id)
    return id
  }
  async function open(id: PushId): Promise<void> {
    if (isNew(id)) return close()
    const got = await host.request('pushes.get', { params: { pushId: id } })
    opened.value = got.ok ? got.value.push : null
    openFailure.value = got.ok ? null : got.error
  }
  function close(): void {
    opened.value = null
    openFailure.value = null
  }

  const formFor = (id: PushId): PushForm => typed.value.get(id) ?? (opened.value?.id === id ? formOf(opened.value) : blankForm())
  function type(id: PushId, form: PushForm): void {
    if (opened.value?.id === id && isSameForm(form, formOf(opened.value))) typed.value.delete(id)
    else typed.value.set(id, form)
  }
  const isUnsaved = (id: PushId): boolean => typed.value.has(id)
  function forget(id: PushId): void {
    typed.value.delete(id)
    begun.value.delete(id)
  }

  /** What it is now is shown, also where the move was refused because somebody else was faster. */
  async function moved(id: PushId, change: Promise<Result<{ push: Push }>>): Promise<Failure | null> {
    const got = await change
    if (got.ok) opened.value = got.value.push
    // Where something is typed, what it was typed over stays: saving it later must not undo the other's change unseen.
    else if (got.error.code === 'PUSH_STATE_WRONG' || (got.error.code === 'PUSH_CHANGED_MEANWHILE' && !typed.value.has(id))) await open(id)
    await page.load()
    return got.ok ? null : got.error
  }
  async function save(id: PushId): Promise<Failure | null> {
    const form = formFor(id)
    const lock = opened.value?.id === id ? opened.value.lock : 0
    const failed = await moved(id, host.request('pushes.save', { params: { pushId: id }, body: { content: contentOf(form), lock } }))
    if (!failed) begun.value.delete(id)
    // What was typed while it was being saved is not saved.
    if (!failed && isSameForm(formFor(id), form)) forget(id)
    return failed
  }
  const named = ({ id, lock }: Push) => ({ params: { pushId: id }, body: { lock } })
  const send = (push: Push, at: number | null): Promise<Failure | null> =>
    moved(push.id, host.request('pushes.send', { params: { pushId: push.id }, body: { lock: push.lock, at } }))
  const revise = (push: Push): Promise<Failure | null> => moved(push.id, host.request('pushes.revise', named(push)))
  const cancel = (push: Push): Promise<Failure | null> => moved(push.id, host.request('pushes.cancel', named(push)))
  const withdraw = ({ id }: Push, reason: string): Promise<Failure | null> =>
    moved(id, host.request('pushes.withdraw', { params: { pushId: id }, body: { reason } }))

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    close()
    page.forget()
    choices.value = { offices: [], tags: [] }
    typed.value = new Map()
    begun.value = new Set()
  }

  return {
    ...page,
    choices,
    opened,
    openFailure,
    loadChoices,
    isNew,
    begin,
    open,
    close,
    formFor,
    type,
    isUnsaved,
    forget,
    save,
    send,
    revise,
    cancel,
    withdraw,
    reset,
  }
})
