// What waits for an officer, by desk: read anew whenever it is asked for, so that it cannot drift from what the desks show.
import { countDeskWork } from '@zhengna/contract/http/desk-counts.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Implement } from '../../platform/http/implement.ts'
import { countAppointmentWork } from '../appointments/index.ts'
import { countWaitingLeaveMessages } from '../leave-messages/index.ts'
import { countOpen } from '../work-orders/index.ts'

export function registerDeskCountRoutes(implement: Implement, { database, clock }: { database: Database; clock: Clock }): void {
  implement(countDeskWork, async ({ caller: { officeId, personId } }) => {
    const db = database.reader
    const [leaveMessages, { mine, unassigned }, appointments] = await Promise.all([
      countWaitingLeaveMessages(db, officeId),
      countOpen(db, officeId, personId, clock.now()),
      countAppointmentWork(db, officeId, clock.now()),
    ])
    return { counts: { leaveMessages, workOrders: mine + unassigned, appointments } }
  })
}
