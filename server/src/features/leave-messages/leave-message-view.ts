// A leave-message as its author and as officers see it.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import type {
  DeskLeaveMessage,
  DeskLeaveMessageSummary,
  LeaveMessage,
  LeaveMessageStep,
  LeaveMessageSummary,
} from '@zhengna/contract/domain/leave-message-record.ts'
import { maskNumber } from '@zhengna/contract/domain/person.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findPerson, toMaskedPerson } from '../people/index.ts'
import type { LeaveMessageParts } from './leave-message-parts.ts'
import type { LeaveMessageRow } from './leave-messages.store.ts'
import { selectSteps, type StepRow } from './steps.store.ts'

export const toSummary = (row: LeaveMessageRow): LeaveMessageSummary => ({
  id: row.id,
  number: row.number,
  type: row.type,
  content: row.content,
  state: row.state,
  officeName: row.office_name ?? '',
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

export const toDeskSummary = (row: LeaveMessageRow): DeskLeaveMessageSummary => ({
  ...toSummary(row),
  taxpayerName: row.taxpayer_name,
  taxpayerNumber: maskNumber(row.taxpayer_number),
  agentNumber: row.agent_number,
})

/** Text, and after it what officers alone read: 「转至 某税务局：不属于本局管辖」. */
export const withNote = (text: string, note: string): string => [text, note].filter((part) => part !== '').join('：')

type ViewParts = Pick<LeaveMessageParts, 'attachments' | 'orders'>

export async function viewForTaxpayer(db: Reader, parts: ViewParts, row: LeaveMessageRow): Promise<LeaveMessage> {
  return whole(db, parts, row, false)
}

export async function viewForDesk(db: Reader, parts: ViewParts, row: LeaveMessageRow): Promise<DeskLeaveMessage> {
  const person = await findPerson(db, row.taxpayer_id)
  if (!person) throw new Error(`The author of leave-message ${row.id} is not in the register.`)
  const seen = await whole(db, parts, row, true)
  return { ...seen, phone: row.phone && maskNumber(row.phone), officeId: row.office_id, taxpayer: toMaskedPerson(person) }
}

async function whole(db: Reader, { attachments, orders }: ViewParts, row: LeaveMessageRow, forDesk: boolean): Promise<LeaveMessage> {
  // Its order says itself how it was finished, and with which files.
  const rows = (await selectSteps(db, row.id)).filter(({ kind }) => kind !== 'resolve' && (forDesk || kind !== 'note'))
  const [attached, ordered] = await Promise.all([
    attachments.of(db, 'leave-message', [row.id, ...rows.map(({ id }) => id)]),
    orders.of(db, [row.id], forDesk),
  ])
  const order = ordered.get(row.id)
  const steps = rows.map((step) => toStep(step, attached.get(step.id) ?? [], forDesk))
  return {
    ...toSummary(row),
    resultWay: row.result_way,
    phone: row.phone,
    attachments: [...(attached.get(row.id) ?? [])],
    agentNumber: row.agent_number,
    order: order?.order ?? null,
    // Both lists are in their order, and sorting keeps it: the order's steps come after what made it.
    steps: [...steps, ...(order?.steps ?? [])].toSorted((a, b) => a.at - b.at),
  }
}

const toStep = ({ at, kind, agent_number, text, note }: StepRow, attached: readonly Attachment[], forDesk: boolean): LeaveMessageStep => ({
  at,
  kind,
  agentNumber: agent_number,
  text: forDesk ? withNote(text, note) : text,
  attachments: [...attached],
})
