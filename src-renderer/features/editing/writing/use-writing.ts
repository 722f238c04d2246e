// A draft while it is written: what the server has, what is typed, and what stands between the two.
// Nothing typed is ever lost: it is kept on this machine until the server has it, and a failure leaves it where it is.
import type { ArticleContent, Revision } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { useEventListener, watchDebounced } from '@vueuse/core'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useHost } from '../../../host/index.ts'
import type { OpenedArticle } from '../use-opened-article.ts'
import { isSameContent } from './blank-content.ts'
import { saveFaults, type SaveFault } from './save-faults.ts'
import { forgetUnsaved, keepUnsaved, unsavedAt, type UnsavedPlace } from './unsaved-texts.ts'

/** The draft as this window last saw it. */
interface Base {
  readonly articleId: ArticleId
  readonly version: number
  readonly lock: number
  readonly content: ArticleContent
}

/** Somebody else saved the same draft in between. */
export interface Conflict {
  readonly failure: Failure
  readonly base: ArticleContent
  readonly theirs: Revision
}

const typingPauseMs = 300

export function useWriting(personId: PersonId) {
  const host = useHost()
  const content = shallowRef<ArticleContent | null>(null)
  /** null: the server does not know the article yet. */
  const base = shallowRef<Base | null>(null)
  const blank = shallowRef<ArticleContent | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const faults = shallowRef<readonly SaveFault[]>([])
  const conflict = shallowRef<Conflict | null>(null)
  const isSaving = ref(false)
  const savedAt = ref<number | null>(null)
  /** When the text was typed that this window found unsaved. */
  const restoredAt = ref<number | null>(null)
  const isKept = ref(true)

  const reference = computed(() => base.value?.content ?? blank.value)
  const isDirty = computed(() => content.value !== null && reference.value !== null && !isSameContent(content.value, reference.value))
  const place = (): UnsavedPlace => ({ personId, articleId: base.value?.articleId ?? null, version: base.value?.version ?? 0 })

  function startNew(start: ArticleContent): void {
    base.value = null
    blank.value = start
    restore(start)
  }
  function startFrom({ open }: OpenedArticle): boolean {
    if (open?.state !== 'draft') return false
    base.value = baseOf(open, open.content)
    restore(open.content)
    return true
  }
  /** What was typed before the window went away comes first; the server's text is not overwritten by it until it is saved. */
  function restore(start: ArticleContent): void {
    failure.value = conflict.value = savedAt.value = restoredAt.value = null
    faults.value = []
    const unsaved = unsavedAt(place())
    if (!unsaved || isSameContent(unsaved.content, start)) {
      content.value = start
      return
    }
    // With the lock of then: if somebody has changed the draft since, saving tells so.
    if (base.value && unsaved.base) base.value = { ...base.value, ...unsaved.base }
    content.value = unsaved.content
    restoredAt.value = unsaved.at
  }

  // The pause after the last key may end after the editor has closed; by then everything is kept, and the place may be another's.
  let isClosed = false
  function keep(): void {
    if (!content.value || isClosed) return
    if (!isDirty.value) return forgetUnsaved(place())
    const { value: seen } = base
    isKept.value = keepUnsaved(place(), {
      content: content.value,
      base: seen && { content: seen.content, lock: seen.lock },
      at: Date.now(),
    })
  }
  watchDebounced(content, keep, { debounce: typingPauseMs })
  useEventListener(window, 'pagehide', keep)
  onScopeDispose(() => {
    keep()
    isClosed = true
  })

  async function save(): Promise<boolean> {
    const typed = content.value
    if (!typed || isSaving.value) return false
    faults.value = saveFaults(typed)
    if (faults.value.length > 0) return false
    failure.value = null
    isSaving.value = true
    const result = await send(typed)
    isSaving.value = false
    if (!result.ok) {
      if (result.error.code === 'REVISION_CHANGED_MEANWHILE') await showConflict(result.error)
      else failure.value = result.error
      return false
    }
    forgetUnsaved(place())
    // As typed, not as tidied: a blank at the end of a line must not vanish under the cursor.
    base.value = baseOf(result.value.revision, typed)
    conflict.value = restoredAt.value = null
    savedAt.value = Date.now()
    keep()
    return true
  }
  function send(typed: ArticleContent) {
    const { value: seen } = base
    if (!seen) return host.request('editing.createArticle', { body: { content: typed } })
    const { articleId, version, lock } = seen
    return host.request('editing.saveRevision', { params: { articleId, version }, body: { content: typed, lock } })
  }

  async function showConflict(reason: Failure): Promise<void> {
    const { value: seen } = base
    if (!seen) return
    const { articleId, version } = seen
    const theirs = await host.request('editing.getRevision', { params: { articleId, version } })
    if (theirs.ok) conflict.value = { failure: reason, base: seen.content, theirs: theirs.value.revision }
    else failure.value = theirs.error
  }
  /** Mine over theirs, which was seen. */
  async function overwrite(): Promise<boolean> {
    if (!conflict.value) return false
    const { theirs } = conflict.value
    base.value = baseOf(theirs, theirs.content)
    return save()
  }
  function takeTheirs(): void {
    if (!conflict.value) return
    const { theirs } = conflict.value
    forgetUnsaved(place())
    base.value = baseOf(theirs, theirs.content)
    content.value = theirs.content
    conflict.value = restoredAt.value = null
  }
  /** Back to what the server has. */
  function giveUp(): void {
    forgetUnsaved(place())
    content.value = reference.value
    restoredAt.value = null
    faults.value = []
  }

  return {
    content,
    base,
    failure,
    faults,
    conflict,
    isDirty,
    isKept,
    isSaving,
    savedAt,
    restoredAt,
    startNew,
    startFrom,
    save,
    overwrite,
    takeTheirs,
    giveUp,
  }
}

const baseOf = ({ articleId, version, lock }: Revision, content: ArticleContent): Base => ({ articleId, version, lock, content })
