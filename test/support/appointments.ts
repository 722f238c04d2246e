// Appointments on a stand of their own: a day in Beijing that is set, minutes that pass one by one as on a server at work.
import { uuidv7 } from 'uuidv7'
import type { AppointmentDraft, AppointmentProposal } from '@zhengna/contract/domain/appointment-record.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { AppointmentId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { JournalStand } from './journal.ts'

export const general = 'general' as SkillGroupId
/** A Friday; the next working day is Monday. */
export const friday = '2026-11-27'
export const monday = '2026-11-30'

/** The clock goes on from there. */
export function turnTo({ clock }: JournalStand, day: string, time: string): void {
  clock.advance(momentOf(day, time) - clock.now())
}

/** The server is at work all the while: its round runs at every minute. */
export async function passMinutes(stand: JournalStand, minutes: number): Promise<void> {
  await stand.appointments.check()
  for (let minute = 0; minute < minutes; minute += 1) {
    stand.clock.advance(60_000)
    await stand.appointments.check()
  }
}

/** Up to a moment of the same day, minute by minute. */
export const passUntil = (stand: JournalStand, day: string, time: string): Promise<void> =>
  passMinutes(stand, Math.ceil((momentOf(day, time) - stand.clock.now()) / 60_000))

export const newAppointmentId = (): AppointmentId => uuidv7() as AppointmentId

export const appointmentDraft = (change: Partial<AppointmentDraft> = {}): AppointmentDraft => ({
  id: newAppointmentId(),
  serviceType: general,
  way: 'online',
  startsAt: momentOf(monday, '10:00'),
  matter: '数电票红冲后怎样申报',
  phone: null,
  attachmentIds: [],
  ...change,
})

export const appointmentProposal = (taxpayerId: PersonId, change: Partial<AppointmentProposal> = {}): AppointmentProposal => ({
  id: newAppointmentId(),
  taxpayerId,
  serviceType: general,
  way: 'online',
  startsAt: momentOf(monday, '10:00'),
  matter: '请补充说明申报情况',
  ...change,
})

/** What somebody was told, the newest first: titles. */
export const titlesOf = async (stand: JournalStand, personId: PersonId): Promise<string[]> =>
  (await stand.database.reader.selectFrom('notices').select('title').where('person_id', '=', personId).orderBy('id', 'desc').execute()).map(
    ({ title }) => title,
  )
