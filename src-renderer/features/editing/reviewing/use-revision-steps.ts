// The steps of an article's life, asked of the server: what came of one is told, and what did not is kept for the window to show.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHost } from '../../../host/index.ts'
import { notifyDone } from '../../../ui/index.ts'
import { writtenMoment } from '../days.ts'
import { useReviewsStore } from '../reviews.store.ts'
import type { OpenedArticle } from '../use-opened-article.ts'

export function useRevisionSteps(articleId: () => ArticleId, article: () => OpenedArticle, onChange: () => void) {
  const host = useHost()
  const { t } = useI18n()
  const reviews = useReviewsStore()
  const failure = shallowRef<Failure | null>(null)
  const isBusy = ref(false)

  async function ask<T>(request: () => Promise<Result<T>>, done: (value: T) => string): Promise<Failure | null> {
    isBusy.value = true
    const result = await request()
    isBusy.value = false
    if (!result.ok) return result.error
    notifyDone(done(result.value))
    changed()
    return null
  }
  /** For steps without a dialog: the reason why not stays in sight. */
  async function show(step: Promise<Failure | null>): Promise<void> {
    failure.value = null
    failure.value = await step
  }
  function changed(): void {
    failure.value = null
    void reviews.load()
    onChange()
  }

  /** The open revision as this window saw it. */
  function seen() {
    const { open } = article()
    if (!open) throw new Error('a step without an open revision')
    return { params: { articleId: articleId(), version: open.version }, lock: open.lock }
  }
  const told = (done: string, count: number): string => (count > 0 ? `${done}${t('reviewing.done.told', { count })}` : done)

  return {
    failure,
    isBusy,
    changed,
    approve: () => {
      const { params, lock } = seen()
      return show(
        ask(
          () => host.request('editing.approveRevision', { params, body: { lock } }),
          ({ revision, notified }) =>
            revision.state === 'scheduled' && revision.publishAt !== null
              ? t('reviewing.done.scheduled', { time: writtenMoment(revision.publishAt) })
              : told(t('reviewing.done.approved'), notified),
        ),
      )
    },
    sendBack: (reason: string) => {
      const { params, lock } = seen()
      return ask(
        () => host.request('editing.returnRevision', { params, body: { lock, reason } }),
        () => t('reviewing.done.returned'),
      )
    },
    withdraw: () => {
      const { params, lock } = seen()
      return show(
        ask(
          () => host.request('editing.withdrawRevision', { params, body: { lock } }),
          () => t('reviewing.done.withdrawn'),
        ),
      )
    },
    discard: () =>
      show(
        ask(
          () => host.request('editing.discardRevision', { params: seen().params }),
          () => t('reviewing.done.discarded'),
        ),
      ),
    expire: (reason: string, isWrong: boolean) =>
      ask(
        () => host.request('editing.expireArticle', { params: { articleId: articleId() }, body: { reason, isWrong } }),
        ({ notified }) => told(t('reviewing.done.expired'), notified),
      ),
    /** True where there is a draft now to write in. */
    revise: async (): Promise<boolean> => {
      isBusy.value = true
      const result = await host.request('editing.reviseArticle', { params: { articleId: articleId() } })
      isBusy.value = false
      failure.value = result.ok ? null : result.error
      return result.ok
    },
  }
}
