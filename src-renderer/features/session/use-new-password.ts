// A password that somebody sets, typed twice.
import { passwordFault } from '@zhengna/contract/domain/password.ts'
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'

export interface NewPassword {
  readonly chosen: Ref<string>
  readonly again: Ref<string>
  /** '' where nothing is wrong, and before `check`. */
  readonly faults: ComputedRef<{ readonly chosen: string; readonly again: string }>
  /** Whether it will do; from then on faults are told. */
  check(): boolean
  forget(): void
}

export function useNewPassword(account: () => string): NewPassword {
  const { t } = useI18n()
  const chosen = ref('')
  const again = ref('')
  const isChecked = ref(false)
  const found = computed(() => ({
    chosen: chosen.value === '' ? t('session.newPasswordHint') : (passwordFault(chosen.value, account().trim()) ?? ''),
    again: again.value === chosen.value ? '' : t('session.againDiffers'),
  }))
  return {
    chosen,
    again,
    faults: computed(() => (isChecked.value ? found.value : { chosen: '', again: '' })),
    check() {
      isChecked.value = true
      return found.value.chosen === '' && found.value.again === ''
    },
    forget() {
      chosen.value = again.value = ''
      isChecked.value = false
    },
  }
}
