// Leave-messages on a store of their own: real database, notices and sensitive words; texts and files that only remember.
import { uuidv7 } from 'uuidv7'
import type { LeaveMessage, LeaveMessageDraft } from '@zhengna/contract/domain/leave-message-record.ts'
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId, LeaveMessageId, PersonId } from '@zhengna/contract/ids.ts'
import { createGuardedWriting, createTextGuard } from '../../server/src/features/guard/index.ts'
import {
  createLeaveMessageDesk,
  createOwnLeaveMessages,
  type AttachmentsPort,
  type LeaveMessageDesk,
  type OwnLeaveMessages,
  type SmsPort,
} from '../../server/src/features/leave-messages/index.ts'
import type { Caller } from '../../server/src/platform/auth/tokens.ts'
import type { BusEvents } from '../../server/src/platform/bus/bus.ts'
import { createLatenessCheck, createWorkOrders, type WorkOrders } from '../../server/src/features/work-orders/index.ts'
import { weekdays } from './weekdays.ts'
import { openJournalStand, type JournalStand } from './journal.ts'

export type SentText = Omit<Parameters<SmsPort['send']>[2], 'dedupeKey'>

export interface LeaveMessageStand extends JournalStand {
  readonly folder: string
  readonly own: OwnLeaveMessages
  readonly leaveMessageDesk: LeaveMessageDesk
  readonly orders: WorkOrders
  /** What happens every minute. */
  readonly checkLateness: () => Promise<void>
  readonly files: RememberedFiles
  readonly texts: SentText[]
  readonly told: BusEvents['leave-message.changed'][]
  /** 留言内容 of at least so many. */
  minLength: number
  /** How long before it is due a work order is reminded of. */
  reminderMinutes: number
  draft(change?: Partial<LeaveMessageDraft>): LeaveMessageDraft
  submitted(caller: Caller, change?: Partial<LeaveMessageDraft>): Promise<LeaveMessage>
  supervisor(officeId: Caller['officeId']): Promise<Caller>
  /** What a person was told, newest first. */
  noticesOf(caller: Caller): Promise<Awaited<ReturnType<JournalStand['notices']['list']>>['notices']>
}

export async function openLeaveMessageStand(): Promise<LeaveMessageStand> {
  const journal = await openJournalStand()
  const { database, bus, clock, notices } = journal
  const files = rememberFiles()
  const texts: SentText[] = []
  const told: BusEvents['leave-message.changed'][] = []
  bus.subscribe('leave-message.changed', (event) => told.push(event))
  const writeGuarded = createGuardedWriting({ database, clock, guard: createTextGuard(journal.guard) })
  const sms: SmsPort = {
    send: (_trx, _after, { phone, template, values }) => Promise.resolve(void texts.push({ phone, template, values })),
  }
  const parts = {
    database,
    bus,
    writeGuarded,
    notices,
    sms,
    attachments: files.port,
  }
  const workingTimeOf = () => weekdays
  const orders = createWorkOrders({
    ...parts,
    clock,
    workingTimeOf,
    taxpayerOf: async (caller, id) => (await journal.conversations.get(caller, id)).conversation.taxpayerId,
  })
  const leaveMessageParts = { ...parts, orders: orders.ofLeaveMessages, contentMinLength: () => stand.minLength }
  const draft: LeaveMessageStand['draft'] = (change = {}) => ({
    id: uuidv7() as LeaveMessageId,
    officeId: 'demo-office-1' as LeaveMessageDraft['officeId'],
    type: 'consultation',
    content: '数电票红冲后还能重新开吗',
    resultWay: null,
    phone: null,
    attachmentIds: [],
    ...change,
  })
  const stand: LeaveMessageStand = {
    ...journal,
    own: createOwnLeaveMessages(leaveMessageParts),
    leaveMessageDesk: createLeaveMessageDesk(leaveMessageParts),
    orders,
    checkLateness: createLatenessCheck({ database, bus, clock, workingTimeOf, reminderMinutes: () => stand.reminderMinutes }),
    files,
    texts,
    told,
    minLength: 10,
    reminderMinutes: 60,
    draft,
    submitted: (caller, change = {}) => stand.own.submit(caller, draft({ officeId: caller.officeId, ...change })),
    async supervisor(officeId) {
      const agent = await journal.agent(officeId)
      await database.write((trx) => trx.updateTable('people').set({ role: 'supervisor' }).where('id', '=', agent.personId).execute())
      return { ...agent, role: 'supervisor' }
    },
    noticesOf: async (caller) => (await notices.list(caller, { kind: undefined, before: undefined, limit: 100 })).notices,
  }
  return stand
}

export interface RememberedFiles {
  readonly port: AttachmentsPort
  /** A file that was uploaded. */
  add(owner: Pick<Caller, 'personId'>, name: string): AttachmentId
}

/** Files as the attachments would keep them: each owned, attached once. */
function rememberFiles(): RememberedFiles {
  const files = new Map<AttachmentId, { owner: PersonId; attachment: Attachment; to: string | null }>()
  return {
    add({ personId }, name) {
      const id = uuidv7() as AttachmentId
      files.set(id, { owner: personId, attachment: { id, name, extension: 'pdf', sizeBytes: 1 }, to: null })
      return id
    },
    port: {
      attachTo(_, ownerId, ids, { kind, recordId }) {
        for (const id of ids) {
          const file = files.get(id)
          if (file?.owner !== ownerId || file.to !== null) return Promise.reject(new DomainError('ATTACHMENT_NOT_FOUND'))
          file.to = `${kind} ${recordId}`
        }
        return Promise.resolve()
      },
      of(_, kind, recordIds) {
        const attached = (recordId: string): Attachment[] =>
          [...files.values()].filter(({ to }) => to === `${kind} ${recordId}`).map(({ attachment }) => attachment)
        return Promise.resolve(new Map(recordIds.map((recordId) => [recordId, attached(recordId)])))
      },
    },
  }
}
