// A work order as its taxpayer and as officers see it.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import { maskNumber } from '@zhengna/contract/domain/person.ts'
import type {
  DeskWorkOrder,
  DeskWorkOrderSummary,
  WorkOrder,
  WorkOrderStep,
  WorkOrderStepKind,
  WorkOrderSummary,
} from '@zhengna/contract/domain/work-order-record.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findLeaveMessage, withNote, type AttachmentsPort } from '../leave-messages/index.ts'
import { findPerson, toMaskedPerson } from '../people/index.ts'
import { selectSteps, type StepRow } from './steps.store.ts'
import type { WorkOrderRow } from './work-orders.store.ts'

export const toSummary = (row: WorkOrderRow): WorkOrderSummary => ({
  id: row.id,
  number: row.number,
  title: row.title,
  state: row.state,
  officeName: row.office_name ?? '',
  assigneeNumber: row.assignee_number,
  dueAt: row.due_at,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

const ofDesk = (row: WorkOrderRow) => ({ remindedAt: row.reminded_at, escalatedAt: row.escalated_at, assigneeId: row.assignee_id })

export const toDeskSummary = (row: WorkOrderRow): DeskWorkOrderSummary => ({
  ...toSummary(row),
  ...ofDesk(row),
  taxpayerName: row.taxpayer_name,
  taxpayerNumber: maskNumber(row.taxpayer_number),
})

const internal: readonly WorkOrderStepKind[] = ['note', 'remind', 'escalate']
export const isSeenByTaxpayer = ({ kind }: StepRow): boolean => !internal.includes(kind)

export const toStep = (step: StepRow, attached: readonly Attachment[] | undefined, forDesk: boolean): WorkOrderStep => ({
  at: step.at,
  kind: step.kind,
  agentNumber: step.agent_number,
  text: forDesk ? withNote(step.text, step.note) : step.text,
  attachments: [...(attached ?? [])],
})

export async function viewForTaxpayer(db: Reader, attachments: AttachmentsPort, row: WorkOrderRow): Promise<WorkOrder> {
  return whole(db, attachments, row, false)
}

export async function viewForDesk(db: Reader, attachments: AttachmentsPort, row: WorkOrderRow): Promise<DeskWorkOrder> {
  const [seen, person, origin] = await Promise.all([
    whole(db, attachments, row, true),
    findPerson(db, row.taxpayer_id),
    row.leave_message_id ? findLeaveMessage(db, row.leave_message_id) : undefined,
  ])
  if (!person) throw new Error(`The taxpayer of work order ${row.id} is not in the register.`)
  const attached = origin && (await attachments.of(db, 'leave-message', [origin.id])).get(origin.id)
  return {
    ...seen,
    ...ofDesk(row),
    officeId: row.office_id,
    text: row.text,
    taxpayer: toMaskedPerson(person),
    leaveMessage: origin ? { content: origin.content, attachments: [...(attached ?? [])] } : null,
  }
}

async function whole(db: Reader, attachments: AttachmentsPort, row: WorkOrderRow, forDesk: boolean): Promise<WorkOrder> {
  const steps = (await selectSteps(db, [row.id])).filter((step) => forDesk || isSeenByTaxpayer(step))
  const attached = await attachments.of(
    db,
    'work-order',
    steps.map(({ id }) => id),
  )
  return {
    ...toSummary(row),
    result: row.result,
    leaveMessageId: row.leave_message_id,
    leaveMessageNumber: row.leave_message_number,
    conversationId: row.conversation_id,
    steps: steps.map((step) => toStep(step, attached.get(step.id), forDesk)),
  }
}
