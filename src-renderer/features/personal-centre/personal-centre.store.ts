// Where in 个人中心 one is; null: in the talk. Any part of the window may lead there.
import type { AppointmentOrigin } from '@zhengna/contract/domain/appointment.ts'
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

export const centreSections = ['leave-messages', 'appointments', 'notices', 'favourites'] as const
export type CentreSection = (typeof centreSections)[number]

export interface CentrePlace {
  readonly section: CentreSection
  /** Which of 我的预约. */
  readonly origin: AppointmentOrigin
  /** The one that is shown whole; null: the list. */
  readonly recordId: string | null
}

const sectionOf: Record<RecordPage, CentreSection> = {
  'leave-message': 'leave-messages',
  appointment: 'appointments',
  // Its progress stands with the 留言 it came from.
  'work-order': 'leave-messages',
}

export const usePersonalCentreStore = defineStore('personal-centre', () => {
  const place = shallowRef<CentrePlace | null>(null)
  const isOpen = computed(() => place.value !== null)

  const show = (section: CentreSection, origin: AppointmentOrigin = 'own'): void => void (place.value = { section, origin, recordId: null })
  const openRecord = (page: RecordPage, id: string): void =>
    void (place.value = { section: sectionOf[page], origin: 'own', recordId: page === 'work-order' ? null : id })
  function move(change: Partial<CentrePlace>): void {
    if (place.value) place.value = { ...place.value, ...change }
  }
  const close = (): void => void (place.value = null)
  return { place, isOpen, show, openRecord, move, close, reset: close }
})
