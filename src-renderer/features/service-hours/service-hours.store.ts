// 服务时间: every office's hours and capacities as the server has them, and hours that are typed and not saved yet, which outlive leaving
// the page.
import type { OfficeCalendar, Week } from '@zhengna/contract/domain/calendar.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export const useServiceHoursStore = defineStore('service-hours', () => {
  const host = useHost()
  const offices = shallowRef<readonly OfficeCalendar[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const chosenId = ref<OfficeId | null>(null)
  const typed = shallowRef<ReadonlyMap<OfficeId, Week>>(new Map())

  const office = computed(() => offices.value?.find(({ officeId }) => officeId === chosenId.value) ?? offices.value?.[0] ?? null)
  const week = computed((): Week => {
    const one = office.value
    return one ? (typed.value.get(one.officeId) ?? one.week) : []
  })
  const isTyped = computed(() => office.value !== null && typed.value.has(office.value.officeId))

  async function load(): Promise<void> {
    const got = await host.request('hours.listOffices', {})
    failure.value = got.ok ? null : got.error
    if (got.ok) offices.value = got.value.offices
  }
  const choose = (id: OfficeId): void => void (chosenId.value = id)

  /** null: nothing is typed any more. */
  function type(next: Week | null): void {
    const one = office.value
    if (!one) return
    const others = [...typed.value].filter(([id]) => id !== one.officeId)
    const isSame = next === null || JSON.stringify(next) === JSON.stringify(one.week)
    typed.value = new Map(isSame ? others : [...others, [one.officeId, next]])
  }

  function take<T extends { office: OfficeCalendar }>(changed: Result<T>): Result<T> {
    if (changed.ok) {
      const { office: now } = changed.value
      offices.value = offices.value?.map((one) => (one.officeId === now.officeId ? now : one)) ?? null
    }
    return changed
  }
  const officeId = (): OfficeId => office.value?.officeId ?? ('' as OfficeId)

  /** null: the program's own. */
  async function setWeek(next: Week | null, acceptedBookings?: number): Promise<Result<{ office: OfficeCalendar }>> {
    const id = officeId()
    const body = { week: next, ...(acceptedBookings !== undefined && { acceptedBookings }) }
    const changed = take(await host.request('hours.setWeek', { params: { officeId: id }, body }))
    if (changed.ok) typed.value = new Map([...typed.value].filter(([one]) => one !== id))
    return changed
  }
  /** null: as the setting has it. */
  async function setCapacity(
    serviceType: SkillGroupId,
    capacity: number | null,
    acceptedBookings?: number,
  ): Promise<Result<{ office: OfficeCalendar }>> {
    const body = { capacity, ...(acceptedBookings !== undefined && { acceptedBookings }) }
    return take(await host.request('hours.setCapacity', { params: { officeId: officeId(), serviceType }, body }))
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    offices.value = null
    failure.value = null
    chosenId.value = null
    typed.value = new Map()
  }

  return { offices, failure, office, week, isTyped, load, choose, type, setWeek, setCapacity, reset }
})
