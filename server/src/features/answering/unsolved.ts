// 反馈未解决: enough answers of a conversation were of no use, and the system hands over by itself, where it is so set.
import type { HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'
import { beginAppending, type ConversationRow } from '../conversations/index.ts'
import type { Queue } from '../queue/index.ts'
import { noSignals, type Signals } from './triggers.ts'

export interface UnsolvedParts {
  readonly bus: Bus
  readonly queue: Pick<Queue, 'joinWithin'>
  readonly settings: () => SettingValues
  readonly slotNow: (db: Reader, taxpayerId: PersonId, now: number) => Promise<string | null>
}

/** Inside the transaction of the vote that was the last straw. */
export type OnUseless = (
  within: { readonly trx: Writer; readonly after: AfterCommit; readonly now: number },
  conversation: ConversationRow,
  uselessVotes: number,
) => Promise<void>

export function createUnsolvedTrigger({ bus, queue, settings, slotNow }: UnsolvedParts): OnUseless {
  return async ({ trx, after, now }, conversation, uselessVotes) => {
    const set = settings()
    if (set['hand-over.unsolved'] !== 'hand-over' || uselessVotes < set['hand-over.unsolved-votes'] || conversation.stage !== 'bot') return
    const dialogue = JSON.parse(conversation.dialogue) as { readonly signals?: Signals }
    const signals = dialogue.signals ?? noSignals
    // Whoever left the queue is not put back into it, and whoever has an appointment now is asked first.
    if (signals.hasHandedOver || (await slotNow(trx, conversation.taxpayer_id, now)) !== null) return
    const remembered = JSON.stringify({ ...dialogue, signals: { ...signals, hasHandedOver: true } })
    await trx.updateTable('conversations').set({ dialogue: remembered }).where('id', '=', conversation.id).execute()
    const appending = beginAppending(trx, after, bus, now)
    const reason: HandOverReason = 'unsolved'
    await queue.joinWithin({ trx, after, now, appending }, conversation, reason)
    await appending.store()
  }
}
