// Searches this machine's snapshot while the agent types; an answer to an older query never replaces a newer one's.
import type { KnowledgeHit } from '@zhengna/contract/host/knowledge.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { refDebounced } from '@vueuse/core'
import { computed, ref, shallowRef, watch } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'

const typingPauseMs = 200
const hitsMax = 20
const queryMaxLength = 200

export function useKnowledgeSearch() {
  const query = ref('')
  const wanted = refDebounced(
    computed(() => query.value.trim().slice(0, queryMaxLength)),
    typingPauseMs,
  )
  /** null: nothing was asked yet. */
  const hits = shallowRef<readonly KnowledgeHit[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isSearching = ref(false)
  let round = 0

  async function search(): Promise<void> {
    const own = ++round
    failure.value = null
    isSearching.value = wanted.value !== ''
    if (wanted.value === '') {
      hits.value = null
      return
    }
    const result = await useHost().request('knowledge.search', { query: wanted.value, limit: hitsMax })
    if (own !== round) return
    isSearching.value = false
    hits.value = result.ok ? result.value : null
    failure.value = result.ok ? null : result.error
  }

  watch(wanted, search)
  useHostEvent('knowledge.changed', () => void search())

  return { query, searched: wanted, hits, failure, isSearching, search }
}
