// What one part tells the others. In one process it is a direct call; between processes it may lose,
// which is why every receiver can repair itself from the store (seq has no gaps, revisions grow).
import type { AppointmentStepKind } from '@zhengna/contract/domain/appointment-record.ts'
import type { SheetNews } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { FavouriteChange } from '@zhengna/contract/domain/favourite.ts'
import type { Whisper } from '@zhengna/contract/domain/live-talk.ts'
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { Notice, UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import type { SettingName } from '@zhengna/contract/domain/setting.ts'
import type { ShortcutChoice } from '@zhengna/contract/domain/shortcut.ts'
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import type {
  AppointmentId,
  ArticleId,
  ConversationId,
  LeaveMessageId,
  MessageId,
  OfficeId,
  PersonId,
  WorkOrderId,
} from '@zhengna/contract/ids.ts'

export interface BusEvents {
  /** Stored, and who takes part. */
  'message.stored': {
    readonly message: Message
    readonly taxpayerId: PersonId
    readonly agentId: PersonId | null
    readonly officeId: OfficeId
  }
  /** 耳语. */
  whispered: { readonly whisper: Whisper; readonly agentId: PersonId }
  /** `formerAgentId`: who served it until now, and does not any more. */
  'conversation.changed': { readonly conversation: Conversation; readonly formerAgentId?: PersonId }
  /** To these agents, of what they ask or are asked to take over. */
  'transfers.changed': { readonly agentIds: readonly PersonId[] }
  /** Somebody joined, left or was taken, or an agent's availability changed. */
  'queue.changed': { readonly officeId: OfficeId }
  'presence.changed': { readonly personId: PersonId; readonly officeId: OfficeId }
  /** The log of the knowledge base grew to `revision`: whoever holds a copy reads what is new. */
  'knowledge.changed': { readonly revision: number }
  /** An administrator changed one: whoever holds them reads them again. */
  'settings.changed': { readonly name: SettingName }
  /** Sensitive words or their policy changed: whoever holds a compiled filter builds it anew. */
  'guard.changed': { readonly revision: number }
  'session.ended': { readonly sessionId: string }
  'vote.given': GivenVote
  /** Submitted, or anything said or done with it. Moved to another office, both hear of it. */
  'leave-message.changed': { readonly leaveMessageId: LeaveMessageId; readonly taxpayerId: PersonId; readonly officeId: OfficeId }
  /** Made, or anything said or done with it. Moved to another office, both hear of it. */
  'work-order.changed': { readonly workOrderId: WorkOrderId; readonly taxpayerId: PersonId; readonly officeId: OfficeId }
  /** It is late soon, or late: said once. `toIds`: its assignee or the office’s agents; of a late one the supervisors. */
  'work-order.late': {
    readonly workOrderId: WorkOrderId
    readonly officeId: OfficeId
    readonly kind: 'remind' | 'escalate'
    readonly toIds: readonly PersonId[]
  }
  /** Booked, moved, or another state. `agentId`: who proposed it or invites. */
  'appointment.changed': {
    readonly appointmentId: AppointmentId
    readonly taxpayerId: PersonId
    readonly officeId: OfficeId
    readonly agentId: PersonId | null
    readonly step: AppointmentStepKind
  }
  /** Sent, or anything done with it. */
  'confirmation-sheet.changed': { readonly news: SheetNews; readonly taxpayerId: PersonId; readonly officeId: OfficeId }
  /** 拦截记录 of an office: a new one, or what became of one. */
  'interceptions.changed': { readonly officeId: OfficeId }
  /** New, read or withdrawn now. `unread` counts after it. */
  'notice.changed': { readonly personId: PersonId; readonly notice: Notice; readonly unread: UnreadNotices }
  /** An answer was kept, or is kept no longer. */
  'favourite.toggled': { readonly personId: PersonId; readonly change: FavouriteChange }
  'shortcuts.chosen': { readonly personId: PersonId; readonly choice: ShortcutChoice }
}

export interface GivenVote {
  /** The answer's, and that of the question it replies to. */
  readonly messageId: MessageId
  readonly questionId: MessageId
  readonly conversationId: ConversationId
  readonly taxpayerId: PersonId
  /** Who serves or served the conversation. */
  readonly agentId: PersonId | null
  /** Of the answer's papers. */
  readonly articleId: ArticleId | null
  readonly version: number | null
  readonly vote: Vote
  readonly remark: string
  readonly at: number
}

export interface Bus {
  publish<N extends keyof BusEvents>(name: N, payload: BusEvents[N]): void
  subscribe<N extends keyof BusEvents>(name: N, listener: (payload: BusEvents[N]) => void): void
}

export function createLocalBus(): Bus {
  const listeners = new Map<keyof BusEvents, ((payload: never) => void)[]>()
  return {
    publish(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
    subscribe(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
    },
  }
}
