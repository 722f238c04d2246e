// The half hours that can be booked, as the server counts them now.
import { bookingLeadMs } from '@zhengna/contract/domain/appointment.ts'
import type { SlotDay } from '@zhengna/contract/domain/appointment-record.ts'
import type { SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'
import { useTick } from '../../ui/index.ts'

const A_MINUTE_MS = 60_000

export function useSlots(service: Readonly<Ref<SkillGroupId | null>>) {
  const host = useHost()
  const now = useTick(A_MINUTE_MS)
  const came = shallowRef<readonly SlotDay[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isLoading = ref(false)
  let latest = 0

  /** None within the next hour, also when the form is left open; days with nothing left are not shown. */
  const days = computed(
    () =>
      came.value
        ?.map(({ day, slots }) => ({ day, slots: slots.filter(({ startsAt }) => startsAt >= now.value + bookingLeadMs) }))
        .filter(({ slots }) => slots.length > 0) ?? null,
  )

  async function load(): Promise<void> {
    if (service.value === null) return
    const asked = ++latest
    isLoading.value = true
    const listed = await host.request('records.listSlots', { query: { serviceType: service.value } })
    if (asked !== latest) return
    isLoading.value = false
    failure.value = listed.ok ? null : listed.error
    // What is there stays: better an old count than none. The server has the last word.
    if (listed.ok) came.value = listed.value.days
  }
  async function awaitSlot(startsAt: number, isAwaited: boolean): Promise<Failure | null> {
    if (service.value === null) return null
    const asked = await host.request('records.awaitSlot', { body: { serviceType: service.value, startsAt, isAwaited } })
    await load()
    return asked.ok ? null : asked.error
  }
  watch(
    service,
    () => {
      came.value = null
      void load()
    },
    { immediate: true },
  )
  useHostEvent('notices.changed', ({ notices, arrived }) => {
    if (notices.some(({ id, subject }) => subject === 'slot-offered' && arrived.includes(id))) void load()
  })
  useHostEvent('connection.changed', ({ state }) => {
    if (state === 'online' && failure.value) void load()
  })
  return { days, failure, isLoading, load, awaitSlot }
}
