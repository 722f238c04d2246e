// The talk of an online appointment: it begins when the taxpayer accepts the invitation, and is over with its conversation.
import { mayDo } from '@zhengna/contract/domain/appointment.ts'
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { ensureOpenConversation, type ConversationRow } from '../conversations/index.ts'
import { serveAtOnce } from '../queue/index.ts'
import { change, type AppointmentParts, type Changing } from './appointment-parts.ts'
import { toAppointment } from './appointment-view.ts'
import { appointmentOfConversation } from './appointments.store.ts'
import { ownAppointment } from './booking.service.ts'
import { move, stateWrong } from './moves.ts'

/**
 * Once more gives the same. Errors: APPOINTMENT_NOT_FOUND, APPOINTMENT_STATE_WRONG (also: it is by telephone), CONVERSATION_STAGE_WRONG
 * (another agent serves the taxpayer now).
 */
export const joinTalk = (parts: AppointmentParts, caller: Caller, id: AppointmentId): Promise<Appointment> =>
  change(parts, async (changing) => {
    const { trx, now } = changing
    const row = await ownAppointment(trx, caller, id)
    const view = (shown: typeof row): Promise<Appointment> => toAppointment(trx, parts.attachments, shown)
    if (row.conversation_id !== null) return view(row)
    const { agent_id: agentId, agent_number: number } = row
    if (row.way !== 'online' || agentId === null || number === null || !mayDo(row, 'join', 'taxpayer')) throw stateWrong(row.state)
    const conversation = await ensureOpenConversation(trx, caller.personId, now)
    const isServing = conversation.stage === 'live' && conversation.agent_id === agentId
    if (!isServing) await serveAtOnce(changing, conversation, { id: agentId, number })
    return view(await move(changing, row, { event: 'join', by: 'taxpayer', set: { conversation_id: conversation.id } }))
  })

/** Inside the transaction that ends the conversation. */
export async function finishWith(changing: Changing, conversation: Pick<ConversationRow, 'id'>): Promise<void> {
  const row = await appointmentOfConversation(changing.trx, conversation.id)
  if (row && mayDo(row, 'finish', 'system')) await move(changing, row, { event: 'finish', by: 'system' })
}
