// What became of an appointment that this officer proposed or invites to, said wherever they are in the console.
import { appointmentStateLabels, type AppointmentEvent } from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import { useI18n } from 'vue-i18n'
import { useHost, useHostEvent } from '../../../host/index.ts'
import { notifyNews } from '../../../ui/index.ts'
import { slotText } from '../../records/index.ts'

/** The others are the agent's own doing, or follow from it. */
const told: readonly AppointmentEvent[] = ['accept', 'decline', 'lapse', 'cancel', 'reschedule', 'join', 'miss', 'void']

export function useAppointmentNews(): void {
  const host = useHost()
  const { t } = useI18n()
  useHostEvent('desk.recordChanged', ({ page, id, news }) => {
    if (page === 'appointment' && news !== null && told.includes(news)) void tell(id as AppointmentId, news)
  })
  async function tell(appointmentId: AppointmentId, news: AppointmentEvent): Promise<void> {
    const got = await host.request('agenda.get', { params: { appointmentId } })
    if (!got.ok) return
    const { taxpayer, startsAt, way, state } = got.value.appointment
    // By telephone it is the agent who says that it was answered.
    if (news === 'join' && way === 'phone') return
    notifyNews(t(`appointmentDesk.news.${news}`, { name: taxpayer.name, slot: slotText(startsAt), state: appointmentStateLabels[state] }))
  }
}
