// The office's appointments of a week, and the one that is open. Every change is the server's.
import type { DeskAppointment, DeskAppointmentSummary, SlotLoad } from '@zhengna/contract/domain/appointment-record.ts'
import { dayOf } from '@zhengna/contract/domain/working-time.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../../host/index.ts'
import { daysAfter, todayInBeijing } from '../../../ui/index.ts'
import { weekOf } from './week.ts'

/** A half hour of the day that is shown: what is booked in it, and how full it is. */
export interface DeskSlot {
  readonly startsAt: number
  readonly appointments: readonly DeskAppointmentSummary[]
  readonly load: readonly SlotLoad[]
}

const DAYS_OF_WEEK = 7

export const useAppointmentDeskStore = defineStore('appointment-desk', () => {
  const host = useHost()
  const day = ref(todayInBeijing())
  const days = computed(() => weekOf(day.value))
  const appointments = shallowRef<readonly DeskAppointmentSummary[]>([])
  const load = shallowRef<readonly SlotLoad[]>([])
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const opened = shallowRef<DeskAppointment | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  let latest = 0

  const countOn = (wanted: string): number => appointments.value.filter(({ startsAt }) => dayOf(startsAt) === wanted).length
  const slots = computed((): DeskSlot[] => {
    const ofDay = appointments.value.filter(({ startsAt }) => dayOf(startsAt) === day.value)
    const starts = new Set([
      ...ofDay.map(({ startsAt }) => startsAt),
      ...load.value.filter(({ startsAt, taken }) => taken > 0 && dayOf(startsAt) === day.value).map(({ startsAt }) => startsAt),
    ])
    return [...starts]
      .sort((a, b) => a - b)
      .map((startsAt) => ({
        startsAt,
        appointments: ofDay.filter((one) => one.startsAt === startsAt),
        load: load.value.filter((one) => one.startsAt === startsAt),
      }))
  })

  /** The last week asked for is the one that is shown. */
  async function fetch(): Promise<void> {
    const asked = ++latest
    const [from = day.value] = days.value
    const got = await host.request('agenda.list', { query: { from, to: days.value.at(-1) ?? from } })
    if (asked !== latest) return
    failure.value = got.ok ? null : got.error
    if (!got.ok) return
    appointments.value = got.value.appointments
    load.value = got.value.load
    isLoaded.value = true
  }
  async function show(next: string): Promise<void> {
    const isOther = !days.value.includes(next)
    day.value = next
    if (isOther) {
      isLoaded.value = false
      await fetch()
    }
  }
  const turn = (weeks: number): Promise<void> => show(daysAfter(day.value, weeks * DAYS_OF_WEEK))

  async function open(id: AppointmentId): Promise<void> {
    const got = await host.request('agenda.get', { params: { appointmentId: id } })
    opened.value = got.ok ? got.value.appointment : null
    openFailure.value = got.ok ? null : got.error
  }
  function close(): void {
    opened.value = null
    openFailure.value = null
  }

  /** What it is now is shown, also where it was refused because something else had happened. */
  async function act(name: 'agenda.invite' | 'agenda.answered' | 'agenda.finish'): Promise<Failure | null> {
    const id = opened.value?.id
    if (!id) return null
    const got: Result<{ appointment: DeskAppointment }> = await host.request(name, { params: { appointmentId: id } })
    if (got.ok) opened.value = got.value.appointment
    else await open(id)
    await fetch()
    return got.ok ? null : got.error
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    close()
    appointments.value = []
    load.value = []
    isLoaded.value = false
    day.value = todayInBeijing()
  }

  return {
    day,
    days,
    slots,
    isLoaded,
    failure,
    opened,
    openFailure,
    countOn,
    fetch,
    show,
    turn,
    open,
    close,
    invite: () => act('agenda.invite'),
    answered: () => act('agenda.answered'),
    finish: () => act('agenda.finish'),
    reset,
  }
})
