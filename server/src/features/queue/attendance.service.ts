// Whether those who wait are there. A place is kept for whoever reloads, sleeps or loses the line, for a time that is set; meanwhile
// others go first. Each process marks those whose lines it has every few seconds, so that one that dies leaves nobody behind as present,
// and several agree. No time counts in which this process was not there to be reached.
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { MARK_EVERY_MS, UNSEEN_MS } from '../../platform/live/line-marks.ts'
import { findConversation } from '../conversations/index.ts'
import { endCall } from './calls.store.ts'
import { backToBot } from './leaving.ts'
import { endOffer } from './offers.store.ts'
import type { QueueParts } from './queue-parts.ts'
import { queueChanged, type Serving } from './serving.ts'
import { allOpen, moveTicket, openTicket, ticketOfTaxpayer, type TicketRow } from './tickets.store.ts'

export interface Attendance {
  /** A window of theirs came or went. */
  note(taxpayerId: PersonId, officeId: OfficeId): Promise<void>
  /** Marks who is there and who is not, and gives up the places of those who were gone too long, each once whoever looks. */
  look(): Promise<void>
}

export function createAttendance({ database, bus, clock, settings, isConnected }: QueueParts): Attendance {
  const startedAt = clock.now()
  let markedAt = 0
  const change = (work: (serving: Serving) => Promise<void>): Promise<void> =>
    database.write((trx, after) => work({ trx, after, bus, now: clock.now() }))

  const setAway = async ({ trx, after }: Serving, ticket: TicketRow, awaySince: number | null): Promise<void> => {
    await trx.updateTable('tickets').set({ away_since: awaySince }).where('id', '=', ticket.id).execute()
    queueChanged({ after, bus }, ticket.office_id)
  }
  const markPresent = (tickets: readonly TicketRow[]): Promise<void> =>
    change(async (serving) => {
      const here = tickets.map(({ id }) => id)
      await serving.trx.updateTable('tickets').set({ seen_at: serving.now }).where('id', 'in', here).execute()
      for (const ticket of tickets) if (ticket.away_since !== null) await setAway(serving, ticket, null)
    })
  const markGone = (id: TicketRow['id']): Promise<void> =>
    change(async (serving) => {
      const ticket = await openTicket(serving.trx, id)
      if (ticket?.away_since === null && isUnseen(ticket, serving.now)) await setAway(serving, ticket, serving.now)
    })
  const lastSeen = ({ seen_at }: TicketRow): number => Math.max(seen_at, startedAt)
  const isUnseen = (ticket: TicketRow, now: number): boolean => now - lastSeen(ticket) > UNSEEN_MS
  const isOverdue = ({ away_since }: TicketRow, now: number): boolean =>
    away_since !== null && now - Math.max(away_since, startedAt) >= settings()['queue.grace-minutes'] * 60_000

  const giveUp = (id: TicketRow['id']): Promise<void> =>
    change(async (serving) => {
      const { trx, now } = serving
      const ticket = await openTicket(trx, id)
      const conversation = ticket && (await findConversation(trx, ticket.conversation_id))
      if (!ticket || !conversation || !isOverdue(ticket, now) || !(await moveTicket(trx, ticket, 'leave', now))) return
      await endCall(trx, ticket.id, 'cancelled', now)
      await endOffer(trx, ticket.id, 'cancelled', now)
      await backToBot(serving, conversation, { type: 'queue-left' })
    })

  return {
    async note(taxpayerId, officeId) {
      // Most come and go without waiting for anybody.
      if (!(await ticketOfTaxpayer(database.reader, taxpayerId, officeId))) return
      await change(async (serving) => {
        const ticket = await ticketOfTaxpayer(serving.trx, taxpayerId, officeId)
        const isAway = !isConnected(taxpayerId)
        if (!ticket) return
        // Another process must not take whoever has just come back for one who was not seen for long.
        if (!isAway) await serving.trx.updateTable('tickets').set({ seen_at: serving.now }).where('id', '=', ticket.id).execute()
        if (isAway !== (ticket.away_since !== null)) await setAway(serving, ticket, isAway ? serving.now : null)
      })
    },
    async look() {
      const now = clock.now()
      const open = await allOpen(database.reader)
      if (now - markedAt >= MARK_EVERY_MS) {
        const here = open.filter(({ taxpayer_id }) => isConnected(taxpayer_id))
        if (here.length > 0) await markPresent(here)
        markedAt = now
      }
      const elsewhere = open.filter(({ taxpayer_id }) => !isConnected(taxpayer_id))
      for (const ticket of elsewhere) {
        if (isOverdue(ticket, now)) await giveUp(ticket.id)
        else if (ticket.away_since === null && isUnseen(ticket, now)) await markGone(ticket.id)
      }
    },
  }
}
