// What the bot failed in a span of days, in one state; asked anew after every decision.
import type { GapState } from '@zhengna/contract/domain/gap.ts'
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { ArticleId, MessageId, TopicId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useHost } from '../../host/index.ts'
import { todayInBeijing } from '../../ui/index.ts'
import { weekOf, type DaySpan, type SpanKind } from './day-span.ts'

type GapList = HostReply<'editing.listGaps'>
export type GapTotals = Omit<GapList, 'gaps'>

export const useGapsStore = defineStore('gaps', () => {
  const host = useHost()
  const kind = ref<SpanKind>('this-week')
  const span = shallowRef<DaySpan>(weekOf(todayInBeijing()))
  const state = ref<GapState>('open')
  /** null while what is asked for is not there yet. */
  const gaps = shallowRef<GapList['gaps'] | null>(null)
  /** Of the span: the same in every state. */
  const totals = shallowRef<GapTotals | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let round = 0

  async function open(): Promise<void> {
    const own = ++round
    failure.value = null
    const got = await host.request('editing.listGaps', { query: { ...span.value, state: state.value } })
    if (own !== round) return
    if (!got.ok) {
      if (!gaps.value) failure.value = got.error
      return
    }
    const { gaps: listed, ...counted } = got.value
    gaps.value = listed
    totals.value = counted
  }

  // Of other days or in another state: what is there now is not what was asked for.
  watch([span, state], ([days], [daysBefore]) => {
    gaps.value = null
    if (days !== daysBefore) totals.value = null
    void open()
  })

  /** After a refusal too: it says that somebody else was faster. */
  async function decided<T>(asked: Promise<Result<T>>): Promise<Result<T>> {
    const result = await asked
    if (result.ok || result.error.code === 'GAP_NOT_FOUND') await open()
    return result
  }

  async function draft(gapId: MessageId, topicId: TopicId): Promise<Result<ArticleId>> {
    const drafted = await decided(host.request('editing.draftFromGap', { params: { gapId }, body: { topicId } }))
    return drafted.ok ? { ok: true, value: drafted.value.revision.articleId } : drafted
  }
  const dismiss = (gapId: MessageId) => decided(host.request('editing.dismissGap', { params: { gapId } }))
  const reopen = (gapId: MessageId) => decided(host.request('editing.reopenGap', { params: { gapId } }))
  const workbook = () => host.request('editing.exportGaps', { query: span.value })

  return { kind, span, state, gaps, totals, failure, open, draft, dismiss, reopen, workbook }
})
