// How a work order comes about: of a leave-message that an agent converts, or of a conversation.
import type { LeaveMessageId, OfficeId, PersonId, WorkOrderId } from '@zhengna/contract/ids.ts'
import { uuidv7 } from 'uuidv7'
import type { DeskWorkOrder, WorkOrderDraft } from '@zhengna/contract/domain/work-order-record.ts'
import type { TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import { afterWorkingMinutes } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Writer } from '../../platform/database/database.ts'
import { nextNumber } from '../../platform/database/number-series.ts'
import type { Writing } from '../guard/index.ts'
import { moveLeaveMessage, mustBeFree, ofOffice } from '../leave-messages/index.ts'
import { findPerson, listOffices } from '../people/index.ts'
import { announceWorkOrder, deskOrder, moveWorkOrder } from './moving.ts'
import { invalid, readInternal } from './said.ts'
import { addStep } from './steps.store.ts'
import { tellTaxpayer } from './telling.ts'
import type { WorkOrderParts } from './work-order-parts.ts'
import { viewForDesk } from './work-order-view.ts'
import { findWorkOrder, type WorkOrderRow } from './work-orders.store.ts'

/** Where it goes. */
export interface Target {
  readonly officeId: OfficeId
  readonly assigneeId: PersonId | null
  /** Of the office’s working time. */
  readonly dueInMinutes: number
}

export interface WorkOrderOpening {
  /** Errors: LEAVE_MESSAGE_NOT_FOUND, LEAVE_MESSAGE_STATE_WRONG, WORK_ORDER_INVALID (`field`). */
  convert(caller: Caller, id: LeaveMessageId, target: Target & { readonly text: string }): Promise<void>
  /** The same id again gives the first result. Errors: as the route says. */
  open(caller: Caller, draft: WorkOrderDraft): Promise<DeskWorkOrder>
}

interface Matter {
  readonly id: WorkOrderId
  readonly taxpayerId: PersonId
  readonly leaveMessageId: LeaveMessageId | null
  readonly conversationId: WorkOrderDraft['conversationId'] | null
  readonly title: string
  readonly text: string
}

export function createWorkOrderOpening(parts: WorkOrderParts): WorkOrderOpening {
  const { clock, writeGuarded, bus, attachments, workingTimeOf, taxpayerOf } = parts

  const dueAt = async ({ officeId, dueInMinutes }: Target): Promise<number | null> =>
    afterWorkingMinutes(clock.now(), dueInMinutes, await workingTimeOf(officeId))

  const insert = async (writing: Writing, caller: Caller, matter: Matter, target: Target, due: number | null): Promise<WorkOrderRow> => {
    const { trx, now } = writing
    const taxpayer = await findPerson(trx, matter.taxpayerId)
    if (!taxpayer) throw new Error(`The taxpayer of work order ${matter.id} is not in the register.`)
    await trx
      .insertInto('work_orders')
      .values({
        id: matter.id,
        number: await nextNumber(trx, 'GD', now),
        taxpayer_id: matter.taxpayerId,
        taxpayer_name: taxpayer.name,
        taxpayer_number: taxpayer.taxpayer ? (JSON.parse(taxpayer.taxpayer) as TaxpayerProfile).taxpayerNumber : '',
        leave_message_id: matter.leaveMessageId,
        conversation_id: matter.conversationId,
        title: matter.title,
        text: matter.text,
        state: 'open',
        office_id: target.officeId,
        assignee_id: null,
        opened_by: caller.personId,
        due_at: due,
        result: null,
        created_at: now,
        changed_at: now,
        reminded_at: null,
        escalated_at: null,
        desk_order: deskOrder('open', due, now),
        revision: 0,
      })
      .execute()
    await addStep(trx, matter.id, { kind: 'open', by: caller.personId, at: now })
    const row = await stored(trx, matter.id)
    if (target.assigneeId)
      await moveWorkOrder(writing, bus, row, {
        event: 'assign',
        by: caller,
        about: target.assigneeId,
        change: { assignee_id: target.assigneeId },
      })
    else await announceWorkOrder(writing, bus, row)
    return row
  }

  return {
    async convert(caller, id, { text, ...target }) {
      const due = await dueAt(target)
      await writeGuarded(async (writing) => {
        const origin = await ofOffice(writing.trx, caller, id)
        mustBeFree(caller, origin)
        const { name } = await checkTarget(writing.trx, target)
        const note = readInternal('text', text)
        const matter: Matter = {
          id: uuidv7() as WorkOrderId,
          taxpayerId: origin.taxpayer_id,
          leaveMessageId: id,
          conversationId: null,
          title: titleOf(origin.content),
          text: note,
        }
        // First: of two who convert at once, one hears that it is done, and no number is lost.
        const stepId = await moveLeaveMessage(writing, bus, origin, { event: 'convert', by: caller, text: `转由${name}办理`, note })
        const row = await insert(writing, caller, matter, target, due)
        if (target.officeId !== origin.office_id) await tellTaxpayer(writing, parts, row, 'moved', { stepId, officeName: name })
      })
    },

    async open(caller, draft) {
      const taxpayerId = await taxpayerOf(caller, draft.conversationId)
      const due = await dueAt(draft)
      return writeGuarded(async (writing) => {
        const { trx } = writing
        const held = await findWorkOrder(trx, draft.id)
        if (held && held.opened_by !== caller.personId) throw new DomainError('WORK_ORDER_NOT_FOUND')
        if (!held) {
          await checkTarget(trx, draft)
          const title = readInternal('title', draft.title).replace(/\s+/g, ' ')
          const matter: Matter = {
            id: draft.id,
            taxpayerId,
            leaveMessageId: null,
            conversationId: draft.conversationId,
            title: writing.pass({ by: caller, field: 'title', text: title, isConfirmed: draft.confirmed }),
            text: readInternal('text', draft.text),
          }
          await insert(writing, caller, matter, draft, due)
        }
        return viewForDesk(trx, attachments, await stored(trx, draft.id))
      })
    },
  }
}

/** Errors: WORK_ORDER_INVALID (`field`). */
export async function checkTarget(trx: Writer, { officeId, assigneeId }: Omit<Target, 'dueInMinutes'>): Promise<{ name: string }> {
  const office = (await listOffices(trx)).find(({ id }) => id === officeId)
  if (!office) throw invalid('officeId', '请选择承办机构。')
  if (assigneeId) {
    const assignee = await findPerson(trx, assigneeId)
    const isOfficer = assignee?.role === 'agent' || assignee?.role === 'supervisor'
    if (!isOfficer || assignee.office_id !== officeId) throw invalid('assigneeId', '请选择该机构的税务人员。')
  }
  return office
}

async function stored(trx: Writer, id: WorkOrderId): Promise<WorkOrderRow> {
  const row = await findWorkOrder(trx, id)
  if (!row) throw new Error(`Work order ${id} was stored and is not there.`)
  return row
}

/** What it is about, in its author’s words. */
function titleOf(content: string): string {
  const line = content.replace(/\s+/g, ' ').trim()
  return line.length <= limits.workOrderTitleMaxLength ? line : `${line.slice(0, limits.workOrderTitleMaxLength - 1)}…`.toWellFormed()
}
