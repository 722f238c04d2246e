// 我的留言: what a taxpayer submits, reads and adds to.
import type {
  LeaveMessage,
  LeaveMessageDraft,
  LeaveMessageForm,
  LeaveMessageSummary,
} from '@zhengna/contract/domain/leave-message-record.ts'
import type { TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { nextNumber } from '../../platform/database/number-series.ts'
import { owedSince } from '../../platform/database/worklist-order.ts'
import type { Writing } from '../guard/index.ts'
import { findPerson, listOffices, type PersonRow } from '../people/index.ts'
import { readDraft } from './draft-fault.ts'
import type { LeaveMessageParts, Told } from './leave-message-parts.ts'
import { toSummary, viewForTaxpayer } from './leave-message-view.ts'
import { findLeaveMessage, insertLeaveMessage, type LeaveMessageRow } from './leave-messages.store.ts'
import { pageOfLeaveMessages, type LeaveMessageFilter, type PageAsked } from './lists.ts'
import { announceLeaveMessage, moveLeaveMessage, wrongState } from './moving.ts'
import { readSaid } from './said.ts'
import { addStep } from './steps.store.ts'

export interface OwnLeaveMessages {
  form(caller: Caller): Promise<LeaveMessageForm>
  /** The same id again gives the first result. Errors: as the route says. */
  submit(caller: Caller, draft: LeaveMessageDraft): Promise<LeaveMessage>
  list(caller: Caller, filter: LeaveMessageFilter & PageAsked): Promise<{ items: LeaveMessageSummary[]; total: number }>
  /** Errors: LEAVE_MESSAGE_NOT_FOUND. */
  get(caller: Caller, id: LeaveMessageId): Promise<LeaveMessage>
  /** What was asked for, or a further question. Errors: as the route says. */
  supplement(caller: Caller, id: LeaveMessageId, told: Told): Promise<LeaveMessage>
}

export function createOwnLeaveMessages(parts: LeaveMessageParts): OwnLeaveMessages {
  const { database, bus, writeGuarded, attachments, orders, contentMinLength } = parts

  const store = async ({ trx, after, now, pass }: Writing, caller: Caller, draft: LeaveMessageDraft): Promise<void> => {
    const author = await registered(trx, caller)
    const hasOffice = (await listOffices(trx)).some(({ id }) => id === draft.officeId)
    const filled = readDraft(draft, { hasOffice, contentMinLength: contentMinLength() })
    if (!filled.ok) throw new DomainError('LEAVE_MESSAGE_INVALID', { field: filled.field, reason: filled.reason })
    const content = pass({ by: caller, field: 'content', text: filled.content, isConfirmed: draft.confirmed })
    await insertLeaveMessage(trx, {
      id: draft.id,
      number: await nextNumber(trx, 'LY', now),
      taxpayer_id: caller.personId,
      taxpayer_name: author.name,
      taxpayer_number: profileOf(author)?.taxpayerNumber ?? '',
      office_id: draft.officeId,
      type: draft.type,
      content,
      result_way: draft.resultWay,
      phone: filled.phone,
      state: 'waiting',
      agent_id: null,
      created_at: now,
      changed_at: now,
      inbox_order: owedSince(now),
      revision: 0,
    })
    await addStep(trx, draft.id, { kind: 'submit', by: caller, at: now })
    if (draft.attachmentIds.length > 0)
      await attachments.attachTo(trx, caller.personId, [...new Set(draft.attachmentIds)], { kind: 'leave-message', recordId: draft.id })
    announceLeaveMessage(after, bus, { id: draft.id, taxpayer_id: caller.personId, office_id: draft.officeId })
  }

  return {
    async form(caller) {
      const [offices, author] = await Promise.all([listOffices(database.reader), registered(database.reader, caller)])
      return { offices, ownOfficeId: author.office_id, contentMinLength: contentMinLength(), phone: profileOf(author)?.phone ?? null }
    },

    submit: (caller, draft) =>
      writeGuarded(async (writing) => {
        const held = await findLeaveMessage(writing.trx, draft.id)
        if (!held) await store(writing, caller, draft)
        return viewForTaxpayer(writing.trx, parts, await own(writing.trx, caller, draft.id))
      }),

    async list(caller, { page, pageSize, ...filter }) {
      const { rows, total } = await pageOfLeaveMessages(database.reader, { taxpayerId: caller.personId }, filter, { page, pageSize })
      return { items: rows.map(toSummary), total }
    },

    get: async (caller, id) => viewForTaxpayer(database.reader, parts, await own(database.reader, caller, id)),

    supplement: (caller, id, told) =>
      writeGuarded(async (writing) => {
        const row = await own(writing.trx, caller, id)
        if (row.state === 'with-order') {
          if (!(await orders.supplement(writing, caller, id, told))) throw wrongState(row.state)
        } else {
          const text = readSaid(writing, caller, told)
          const isAnswer = row.state === 'asked'
          // A further question is everybody's again; an answer goes to who asked.
          const move = isAnswer ? ({ event: 'supplement' } as const) : ({ event: 'follow-up', agentId: null } as const)
          const stepId = await moveLeaveMessage(writing, bus, row, { ...move, by: caller, text })
          if (told.attachmentIds.length > 0)
            await attachments.attachTo(writing.trx, caller.personId, [...new Set(told.attachmentIds)], {
              kind: 'leave-message',
              recordId: stepId,
            })
        }
        return viewForTaxpayer(writing.trx, parts, await own(writing.trx, caller, id))
      }),
  }
}

/** Somebody else's does not exist, as far as the caller can tell. Errors: LEAVE_MESSAGE_NOT_FOUND. */
async function own(db: Reader, caller: Caller, id: LeaveMessageId): Promise<LeaveMessageRow> {
  const row = await findLeaveMessage(db, id)
  if (row?.taxpayer_id !== caller.personId) throw new DomainError('LEAVE_MESSAGE_NOT_FOUND')
  return row
}

async function registered(db: Reader, { personId }: Caller): Promise<PersonRow> {
  const row = await findPerson(db, personId)
  if (!row) throw new DomainError('AUTH_REQUIRED')
  return row
}

const profileOf = ({ taxpayer }: PersonRow): TaxpayerProfile | null => (taxpayer ? (JSON.parse(taxpayer) as TaxpayerProfile) : null)
