// The officers' side: the office's calendar, proposing, inviting, the telephone.
import { isWithinSlot, type AppointmentState } from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentProposal, DeskAppointment, DeskAppointmentSummary, SlotLoad } from '@zhengna/contract/domain/appointment-record.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AppointmentId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { capacitiesOf } from '../calendar/index.ts'
import { findPeople, findPerson, toPerson } from '../people/index.ts'
import { ofOffice } from './appointment-list.ts'
import { tellNews } from './appointment-notices.ts'
import { change, changingWithin, type AppointmentParts, type Changing } from './appointment-parts.ts'
import { toDeskAppointment, toDeskSummary } from './appointment-view.ts'
import { findAppointment, type AppointmentRow } from './appointments.store.ts'
import { checkService, checkSlot, invalid, readMatter, readPhone } from './draft-fields.ts'
import { move, stateWrong } from './moves.ts'
import { placeAppointment } from './placing.ts'
import { takenBetween } from './places.ts'
import { takePlaceOrRefuse } from './waits.ts'
import { slotInWords } from './slot-words.ts'
import { bookableAt } from './slots.service.ts'

const DAY_MS = 24 * 3_600_000

export interface OfficeDays {
  /** YYYY-MM-DD, both among them. */
  readonly from: string
  readonly to: string
  readonly serviceType?: SkillGroupId
  readonly state?: AppointmentState
}

export interface AppointmentDesk {
  /** Errors: REQUEST_INVALID (more than 31 days, or the wrong way round). */
  calendar(caller: Caller, days: OfficeDays): Promise<{ appointments: DeskAppointmentSummary[]; load: SlotLoad[] }>
  /** Errors: APPOINTMENT_NOT_FOUND, as of all that follow. */
  get(caller: Caller, id: AppointmentId): Promise<DeskAppointment>
  /** The same id again gives the first result. Errors: APPOINTMENT_INVALID, SLOT_TAKEN, MESSAGE_BLOCKED. */
  propose(caller: Caller, proposal: AppointmentProposal): Promise<DeskAppointment>
  /** Errors: FORBIDDEN (another skill group's), APPOINTMENT_STATE_WRONG, APPOINTMENT_NOT_NOW. */
  invite(caller: Caller, id: AppointmentId): Promise<DeskAppointment>
  /** By phone. Errors: FORBIDDEN, APPOINTMENT_STATE_WRONG. */
  answered(caller: Caller, id: AppointmentId): Promise<DeskAppointment>
  finish(caller: Caller, id: AppointmentId): Promise<DeskAppointment>
}

export function createAppointmentDesk(parts: AppointmentParts): AppointmentDesk {
  const { database, writing, attachments, settings } = parts
  const ofOwnOffice = async (db: Reader, { officeId }: Caller, id: AppointmentId): Promise<AppointmentRow> => {
    const row = await findAppointment(db, id)
    if (row?.office_id !== officeId) throw new DomainError('APPOINTMENT_NOT_FOUND')
    return row
  }
  /** What an agent does with an appointment of a service that they serve. */
  const attend = (caller: Caller, id: AppointmentId, work: (changing: Changing, row: AppointmentRow) => Promise<AppointmentRow>) =>
    change(parts, async (changing) => {
      const { trx } = changing
      const row = await ofOwnOffice(trx, caller, id)
      const agent = await findPerson(trx, caller.personId)
      if (!agent || !toPerson(agent).agent?.skillGroups.includes(row.service_type)) throw new DomainError('FORBIDDEN')
      return toDeskAppointment(trx, attachments, await work(changing, row))
    })
  const byPhone = (caller: Caller, id: AppointmentId, event: 'join' | 'finish') =>
    attend(caller, id, (changing, row) => {
      if (row.way !== 'phone') throw stateWrong(row.state)
      return move(changing, row, { event, by: 'agent', agentId: caller.personId })
    })

  return {
    async calendar({ officeId }, { from: firstDay, to: lastDay, serviceType, state }) {
      const [from, to] = [momentOf(firstDay, '00:00'), momentOf(lastDay, '00:00') + DAY_MS]
      if (to <= from || to - from > limits.deskCalendarMaxDays * DAY_MS) throw new DomainError('REQUEST_INVALID')
      const db = database.reader
      const rows = await ofOffice(db, officeId, { from, to, ...(serviceType && { serviceType }), ...(state && { state }) }).execute()
      const people = new Map((await findPeople(db, [...new Set(rows.map((row) => row.taxpayer_id))])).map((row) => [row.id, row]))
      const capacityOf = await capacitiesOf(db, officeId, settings()['appointments.slot-capacity'])
      const load = (await takenBetween(db, officeId, from, to))
        .filter(({ service_type }) => serviceType === undefined || service_type === serviceType)
        .map(({ service_type, starts_at, taken }) => ({
          startsAt: starts_at,
          serviceType: service_type,
          taken,
          capacity: capacityOf(service_type),
        }))
      return { appointments: rows.map((row) => toDeskSummary(row, people.get(row.taxpayer_id))), load }
    },

    get: async (caller, id) => toDeskAppointment(database.reader, attachments, await ofOwnOffice(database.reader, caller, id)),

    propose: (caller, { id, taxpayerId, serviceType, way, startsAt, matter: typed }) =>
      writing(async ({ trx, after, now, pass }) => {
        const before = await findAppointment(trx, id)
        if (before) {
          if (before.origin !== 'invited') throw new DomainError('APPOINTMENT_NOT_FOUND')
          return toDeskAppointment(trx, attachments, await ofOwnOffice(trx, caller, id))
        }
        const changing = changingWithin(parts, trx, after, now)
        const taxpayer = await findPerson(trx, taxpayerId)
        if (taxpayer?.role !== 'taxpayer' || taxpayer.office_id !== caller.officeId)
          throw invalid('taxpayerId', '该纳税人不存在，或不由本机构主管。')
        await checkService(trx, serviceType)
        checkSlot(startsAt, await bookableAt(trx, caller.officeId, parts, now))
        const { phone: registered = null } = toPerson(taxpayer).taxpayer ?? {}
        if (way === 'phone' && registered === null) throw invalid('way', '该纳税人没有登记电话，请选择线上互动。')
        const phone = way === 'phone' ? readPhone(registered) : null
        const matter = pass({ by: caller, field: 'matter', text: readMatter(typed), isConfirmed: true })
        await takePlaceOrRefuse(changing, { officeId: caller.officeId, serviceType, startsAt }, taxpayerId)
        const whose = { taxpayerId, officeId: caller.officeId, agentId: caller.personId }
        const row = await placeAppointment(changing, { id, origin: 'invited', ...whose, serviceType, way, startsAt, matter, phone })
        await tellNews(changing, row, 'proposed')
        return toDeskAppointment(trx, attachments, row)
      }),

    invite: (caller, id) =>
      attend(caller, id, async (changing, row) => {
        const isOpen = row.state === 'booked'
        if (isOpen && !isWithinSlot(row.starts_at, changing.now))
          throw new DomainError('APPOINTMENT_NOT_NOW', { slot: slotInWords(row.starts_at) })
        const invited = await move(changing, row, { event: 'invite', by: 'agent', agentId: caller.personId })
        await tellNews(changing, invited, 'invited')
        return invited
      }),

    answered: (caller, id) => byPhone(caller, id, 'join'),
    finish: (caller, id) => byPhone(caller, id, 'finish'),
  }
}
