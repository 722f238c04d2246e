// Two versions to compare: which, and their texts, each fetched once. A version's text may still change while it is a draft.
import { isOpen, type Revision, type RevisionSummary } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ok } from '@zhengna/contract/result.ts'
import { ref, shallowRef, watch } from 'vue'
import { useHost } from '../../../host/index.ts'

export function useRevisionPair(articleId: () => ArticleId, history: () => readonly RevisionSummary[]) {
  const host = useHost()
  const older = ref(0)
  const newer = ref(0)
  const pair = shallowRef<readonly [Revision, Revision] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const fetched = new Map<number, Revision>()
  let round = 0

  watch(
    history,
    (all) => {
      for (const { version, state } of all) if (isOpen(state)) fetched.delete(version)
      newer.value = all[0]?.version ?? 0
      older.value = all[1]?.version ?? 0
    },
    { immediate: true },
  )
  watch([older, newer], () => void load(), { immediate: true })

  async function load(): Promise<void> {
    const own = ++round
    pair.value = failure.value = null
    if (older.value === 0 || newer.value === 0 || older.value === newer.value) return
    const [one, other] = await Promise.all([reach(older.value), reach(newer.value)])
    if (own !== round) return
    if (one.ok && other.ok) pair.value = [one.value, other.value]
    else failure.value = one.ok ? (other.ok ? null : other.error) : one.error
  }
  async function reach(version: number): Promise<Result<Revision>> {
    const known = fetched.get(version)
    if (known) return ok(known)
    const result = await host.request('editing.getRevision', { params: { articleId: articleId(), version } })
    if (!result.ok) return result
    fetched.set(version, result.value.revision)
    return ok(result.value.revision)
  }

  return { older, newer, pair, failure, load, reach }
}
