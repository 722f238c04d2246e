// What a taxpayer may do with an appointment, as its standing allows.
import { mayDo, type AppointmentEvent } from '@zhengna/contract/domain/appointment.ts'
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import { ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHost } from '../../host/index.ts'
import { confirm, notifyDone, notifyFailure } from '../../ui/index.ts'
import { slotText } from '../records/index.ts'

const offered = ['accept', 'decline', 'join', 'reschedule', 'cancel'] as const satisfies readonly AppointmentEvent[]
export type AppointmentMove = (typeof offered)[number]

export function useAppointmentMoves(
  record: Readonly<Ref<Appointment | null>>,
  act: (work: () => Promise<Result<Appointment>>) => Promise<Failure | null>,
) {
  const host = useHost()
  const { t } = useI18n()
  const moves = computed<readonly AppointmentMove[]>(() => {
    const at = record.value
    // The agent dials; the taxpayer has nothing to press.
    return at ? offered.filter((event) => mayDo(at, event, 'taxpayer') && !(event === 'join' && at.way === 'phone')) : []
  })
  const unwrap = (reply: Result<{ appointment: Appointment }>): Result<Appointment> => (reply.ok ? ok(reply.value.appointment) : reply)

  async function done(work: (id: AppointmentId) => Promise<Result<{ appointment: Appointment }>>, said: string): Promise<Failure | null> {
    const id = record.value?.id
    if (!id) return null
    const failed = await act(async () => unwrap(await work(id)))
    if (!failed) notifyDone(said)
    return failed
  }
  const tell = (failed: Failure | null): void => {
    if (failed) notifyFailure(failed)
  }
  return {
    moves,
    async cancel(): Promise<void> {
      const slot = slotText(record.value?.startsAt ?? 0)
      if (!(await confirm({ title: t('appointments.cancel'), message: t('appointments.cancelMessage', { slot }), isGrave: true }))) return
      tell(
        await done(
          (appointmentId) => host.request('records.cancelAppointment', { params: { appointmentId } }),
          t('appointments.cancelled'),
        ),
      )
    },
    async accept(): Promise<void> {
      tell(
        await done((appointmentId) => host.request('records.acceptAppointment', { params: { appointmentId } }), t('appointments.accepted')),
      )
    },
    async join(): Promise<void> {
      tell(await done((appointmentId) => host.request('records.joinAppointment', { params: { appointmentId } }), t('appointments.joined')))
    },
    decline: (reason: string) =>
      done(
        (appointmentId) => host.request('records.declineAppointment', { params: { appointmentId }, body: { reason } }),
        t('appointments.declined'),
      ),
    reschedule: (startsAt: number) =>
      done(
        (appointmentId) => host.request('records.rescheduleAppointment', { params: { appointmentId }, body: { startsAt } }),
        t('appointments.rescheduled', { slot: slotText(startsAt) }),
      ),
  }
}
