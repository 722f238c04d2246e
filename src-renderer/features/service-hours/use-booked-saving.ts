// Saving what may close half hours that are booked: the first time it is said how many, the second time they are accepted.
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

export function useBookedSaving<T>(send: (acceptedBookings?: number) => Promise<Result<T>>) {
  const { t } = useI18n()
  const isSaving = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const booked = computed(() => (failure.value?.code === 'CALENDAR_BOOKED' ? Number(failure.value.detail?.count ?? 0) : null))
  const message = computed(() => {
    if (!failure.value) return ''
    return booked.value === null ? failure.value.message : `${failure.value.message}${t('serviceHours.keptBookings')}`
  })

  /** null: not saved, for what `failure` says. */
  async function save(): Promise<T | null> {
    if (isSaving.value) return null
    isSaving.value = true
    const done = await send(booked.value ?? undefined)
    isSaving.value = false
    failure.value = done.ok ? null : done.error
    return done.ok ? done.value : null
  }
  /** Something else is typed: what was accepted was of another change. */
  const forget = (): void => void (failure.value = null)

  return { isSaving, failure, booked, message, save, forget }
}
