// What waits for a reviewer, or for its time; the number beside 审核 is everybody's.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useHost } from '../../host/index.ts'
import { useLatest } from './use-latest.ts'

export type ReviewItem = HostReply<'editing.listReviews'>['revisions'][number]

export const useReviewsStore = defineStore('editing.reviews', () => {
  const host = useHost()
  const latest = useLatest(() => host.request('editing.listReviews', {}))
  /** null until the server has said. */
  const reviews = computed<readonly ReviewItem[] | null>(() => latest.value.value?.revisions ?? null)
  const waiting = computed(() => (reviews.value ?? []).filter(({ summary }) => summary.state === 'review').length)
  return { reviews, waiting, failure: latest.failure, load: latest.load, forget: latest.forget }
})
