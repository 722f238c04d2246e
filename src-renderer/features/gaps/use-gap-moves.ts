// What an editor decides about a group, said and done. Not in the card: it is gone once its group moved on.
import type { Gap } from '@zhengna/contract/domain/gap.ts'
import type { ArticleId, MessageId, TopicId } from '@zhengna/contract/ids.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { notifyDone, notifyFailure } from '../../ui/index.ts'
import { useGapsStore } from './gaps.store.ts'

export interface AfterMove {
  /** The card is gone: whoever used the keyboard goes on from here. */
  readonly onMoved: () => void
  readonly onDrafted: (articleId: ArticleId) => void
}

export function useGapMoves({ onMoved, onDrafted }: AfterMove) {
  const { t } = useI18n()
  const store = useGapsStore()
  const busyId = ref<MessageId | null>(null)

  async function move(gap: Gap, how: 'dismiss' | 'reopen'): Promise<void> {
    busyId.value = gap.id
    const result = await store[how](gap.id)
    busyId.value = null
    if (!result.ok) return notifyFailure(result.error)
    onMoved()
    notifyDone(t(how === 'dismiss' ? 'gaps.dismissed' : 'gaps.reopened'))
  }

  async function draft(gap: Gap, topicId: TopicId): Promise<void> {
    busyId.value = gap.id
    const drafted = await store.draft(gap.id, topicId)
    busyId.value = null
    if (!drafted.ok) return notifyFailure(drafted.error)
    notifyDone(t('gaps.drafted'))
    onDrafted(drafted.value)
  }

  return { busyId, move, draft }
}
