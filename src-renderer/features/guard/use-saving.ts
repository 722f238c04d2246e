// Saving a word: where ordinary questions have it in them, the administrator is asked once more.
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { useI18n } from 'vue-i18n'
import { confirm, notifyDone } from '../../ui/index.ts'
import { useGuardWordsStore } from './words.store.ts'

export type Saving =
  { readonly isSaved: true } | { readonly isSaved: false; /** null: thought better of. */ readonly failure: Failure | null }

export function useSaving(): (id: SensitiveWordId | null, content: GuardWordContent) => Promise<Saving> {
  const store = useGuardWordsStore()
  const { t } = useI18n()
  return async function save(id, content) {
    let saved = await store.save(id, content, false)
    if (!saved.ok && saved.error.code === 'GUARD_WORD_TOUCHES') {
      const message = t('guard.words.touchesMessage', { message: saved.error.message })
      if (!(await confirm({ title: t('guard.words.touchesTitle'), message, isGrave: true }))) return { isSaved: false, failure: null }
      saved = await store.save(id, content, true)
    }
    if (!saved.ok) return { isSaved: false, failure: saved.error }
    notifyDone(t('guard.words.saved'))
    return { isSaved: true }
  }
}
