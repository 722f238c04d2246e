// Whether those who wait are there. A place is kept for whoever reloads, sleeps or loses the line, for a time that is set; meanwhile
// others go first. What is written down here is what this process sees: of its own lines.
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { findConversation } from '../conversations/index.ts'
import { endCall } from './calls.store.ts'
import { backToBot } from './leaving.ts'
import { endOffer } from './offers.store.ts'
import { queueChanged } from './serving.ts'
import { goneSince, moveTicket, openTicket, ticketOfTaxpayer } from './tickets.store.ts'

export interface Attendance {
  /** A window of theirs came or went. */
  note(taxpayerId: PersonId, officeId: OfficeId): Promise<void>
  /** Gives up the places of those who were gone too long, each once whoever looks. */
  endOverdue(): Promise<void>
}

export interface AttendanceParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly settings: () => SettingValues
  readonly isConnected: (personId: PersonId) => boolean
}

export function createAttendance({ database, bus, clock, settings, isConnected }: AttendanceParts): Attendance {
  return {
    async note(taxpayerId, officeId) {
      // Most come and go without waiting for anybody.
      if (!(await ticketOfTaxpayer(database.reader, taxpayerId, officeId))) return
      await database.write(async (trx, after) => {
        const now = clock.now()
        const ticket = await ticketOfTaxpayer(trx, taxpayerId, officeId)
        const isAway = !isConnected(taxpayerId)
        if (!ticket || isAway === (ticket.away_since !== null)) return
        await trx
          .updateTable('tickets')
          .set({ away_since: isAway ? now : null })
          .where('id', '=', ticket.id)
          .execute()
        queueChanged({ after, bus }, officeId)
      })
    },
    async endOverdue() {
      const keptMs = settings()['queue.grace-minutes'] * 60_000
      for (const { id } of await goneSince(database.reader, clock.now() - keptMs)) {
        await database.write(async (trx, after) => {
          const now = clock.now()
          const ticket = await openTicket(trx, id)
          if (!ticket?.away_since || now - ticket.away_since < keptMs) return
          const conversation = await findConversation(trx, ticket.conversation_id)
          if (!conversation || !(await moveTicket(trx, ticket, 'leave', now))) return
          await endCall(trx, ticket.id, 'cancelled', now)
          await endOffer(trx, ticket.id, 'cancelled', now)
          await backToBot({ trx, after, bus, now }, conversation, { type: 'queue-left' })
        })
      }
    },
  }
}
