// The office's inbox of leave-messages. Officers reach their own office's alone.
import type { DeskLeaveMessage, DeskLeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { LeaveMessageId, OfficeId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Writing } from '../guard/index.ts'
import { listOffices } from '../people/index.ts'
import type { LeaveMessageParts, Told } from './leave-message-parts.ts'
import { toDeskSummary, viewForDesk } from './leave-message-view.ts'
import { findLeaveMessage, type LeaveMessageRow } from './leave-messages.store.ts'
import { countLeaveMessages, pageOfLeaveMessages, type LeaveMessageFilter, type PageAsked } from './lists.ts'
import { announceLeaveMessage, moveLeaveMessage, wrongState, type Move } from './moving.ts'
import { readInternal, readSaid } from './said.ts'
import { addStep } from './steps.store.ts'
import { tellAuthor } from './telling.ts'

export interface LeaveMessageDesk {
  list(
    caller: Caller,
    filter: LeaveMessageFilter & PageAsked & { readonly isMine?: boolean | undefined },
  ): Promise<{ items: DeskLeaveMessageSummary[]; total: number; waiting: number }>
  get(caller: Caller, id: LeaveMessageId): Promise<DeskLeaveMessage>
  take(caller: Caller, id: LeaveMessageId): Promise<DeskLeaveMessage>
  release(caller: Caller, id: LeaveMessageId): Promise<DeskLeaveMessage>
  reply(caller: Caller, id: LeaveMessageId, told: Told): Promise<DeskLeaveMessage>
  askBack(caller: Caller, id: LeaveMessageId, told: Told): Promise<DeskLeaveMessage>
  note(caller: Caller, id: LeaveMessageId, text: string): Promise<DeskLeaveMessage>
  move(caller: Caller, id: LeaveMessageId, officeId: OfficeId, reason: string): Promise<DeskLeaveMessage>
}

export function createLeaveMessageDesk(parts: LeaveMessageParts): LeaveMessageDesk {
  const { database, bus, writeGuarded, attachments } = parts

  /** One change of one of the office's, and how it looks after it. */
  const change = (
    caller: Caller,
    id: LeaveMessageId,
    work: (writing: Writing, row: LeaveMessageRow) => Promise<unknown>,
  ): Promise<DeskLeaveMessage> =>
    writeGuarded(async (writing) => {
      await work(writing, await ofOffice(writing.trx, caller, id))
      const changed = await findLeaveMessage(writing.trx, id)
      if (!changed) throw new DomainError('LEAVE_MESSAGE_NOT_FOUND')
      return viewForDesk(writing.trx, parts, changed)
    })
  const moved = (writing: Writing, caller: Caller, row: LeaveMessageRow, move: Omit<Move, 'by'>): Promise<string> => {
    mustBeFree(caller, row)
    return moveLeaveMessage(writing, bus, row, { ...move, by: caller })
  }
  const say = (event: 'reply' | 'ask-back', caller: Caller, id: LeaveMessageId, told: Told): Promise<DeskLeaveMessage> =>
    change(caller, id, async (writing, row) => {
      const text = readSaid(writing, caller, told)
      const stepId = await moved(writing, caller, row, { event, text, agentId: caller.personId })
      if (told.attachmentIds.length > 0)
        await attachments.attachTo(writing.trx, caller.personId, [...new Set(told.attachmentIds)], {
          kind: 'leave-message',
          recordId: stepId,
        })
      await tellAuthor(writing, parts, row, event === 'reply' ? 'replied' : 'asked', stepId)
    })

  return {
    async list(caller, { page, pageSize, isMine = false, ...filter }) {
      const scope = { officeId: caller.officeId, agentId: isMine ? caller.personId : null }
      const [{ rows, total }, waiting] = await Promise.all([
        pageOfLeaveMessages(database.reader, scope, filter, { page, pageSize }),
        countLeaveMessages(database.reader, { officeId: caller.officeId, agentId: null }, { state: 'waiting' }),
      ])
      return { items: rows.map(toDeskSummary), total, waiting }
    },
    get: async (caller, id) => viewForDesk(database.reader, parts, await ofOffice(database.reader, caller, id)),

    take: (caller, id) => change(caller, id, (writing, row) => moved(writing, caller, row, { event: 'take', agentId: caller.personId })),
    release: (caller, id) => change(caller, id, (writing, row) => moved(writing, caller, row, { event: 'release', agentId: null })),
    reply: (caller, id, told) => say('reply', caller, id, told),
    askBack: (caller, id, told) => say('ask-back', caller, id, told),

    note: (caller, id, text) =>
      change(caller, id, async ({ trx, after, now }, row) => {
        await addStep(trx, id, { kind: 'note', by: caller, at: now, note: readInternal(text) })
        announceLeaveMessage(after, bus, row)
      }),

    move: (caller, id, officeId, reason) =>
      change(caller, id, async (writing, row) => {
        const office = (await listOffices(writing.trx)).find((one) => one.id === officeId)
        if (!office || officeId === row.office_id)
          throw new DomainError('LEAVE_MESSAGE_INVALID', { field: 'officeId', reason: '请选择另一个机构。' })
        const note = readInternal(reason)
        await moved(writing, caller, row, { event: 'move', officeId, agentId: null, text: `转至${office.name}`, note })
      }),
  }
}

/** Another office's does not exist, as far as the caller can tell. Errors: LEAVE_MESSAGE_NOT_FOUND. */
export async function ofOffice(db: Reader, caller: Caller, id: LeaveMessageId): Promise<LeaveMessageRow> {
  const row = await findLeaveMessage(db, id)
  if (row?.office_id !== caller.officeId) throw new DomainError('LEAVE_MESSAGE_NOT_FOUND')
  return row
}

/** What a colleague has in hand is theirs; supervisors may step in. Errors: LEAVE_MESSAGE_STATE_WRONG. */
export function mustBeFree(caller: Caller, { state, agent_id, agent_number }: LeaveMessageRow): void {
  const isHeld = state === 'in-hand' || state === 'asked'
  if (isHeld && caller.role === 'agent' && agent_id !== caller.personId) throw wrongState(state, agent_number)
}
