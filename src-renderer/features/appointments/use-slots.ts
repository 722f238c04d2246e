// The half hours that can be booked, as the server counts them now.
import { bookingLeadMs } from '@zhengna/contract/domain/appointment.ts'
import type { SlotDay } from '@zhengna/contract/domain/appointment-record.ts'
import type { SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, shallowRef, watch, type Ref } from 'vue'
import { useHostEvent } from '../../host/index.ts'
import { useTick } from '../../ui/index.ts'

const A_MINUTE_MS = 60_000

/** `list`: asks the server, in the name of whoever chooses. */
export function useSlots(
  service: Readonly<Ref<SkillGroupId | null>>,
  list: (serviceType: SkillGroupId) => Promise<Result<{ readonly days: readonly SlotDay[] }>>,
) {
  const now = useTick(A_MINUTE_MS)
  const came = shallowRef<readonly SlotDay[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
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
    const listed = await list(service.value)
    if (asked !== latest) return
    failure.value = listed.ok ? null : listed.error
    // What is there stays: better an old count than none. The server has the last word.
    if (listed.ok) came.value = listed.value.days
  }
  watch(
    service,
    () => {
      came.value = null
      void load()
    },
    { immediate: true },
  )
  useHostEvent('connection.changed', ({ state }) => {
    if (state === 'online' && failure.value) void load()
  })
  return { days, failure, load }
}
