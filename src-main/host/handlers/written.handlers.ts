// What an officer said about a record is theirs until the server has it; then its draft and its files are let go together.
import { writtenKey } from '@zhengna/contract/host/desk.ts'
import { leaveDeskRequests } from '@zhengna/contract/host/leave-desk.ts'
import { workOrderDeskRequests } from '@zhengna/contract/host/work-order-desk.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'
import { relayHandlers } from './relay.handlers.ts'

export function writtenHandlers(context: HostContext): HandlersOf<typeof leaveDeskRequests & typeof workOrderDeskRequests> {
  const inbox = relayHandlers(context.fetch, leaveDeskRequests)
  const orders = relayHandlers(context.fetch, workOrderDeskRequests)
  const letGo = <T>(key: string, sending: Promise<Result<T>> | Result<T>): Promise<Result<T>> =>
    withScope(context, async ({ cache, attachments }) => {
      const sent = await sending
      if (sent.ok) {
        await cache.saveDraft(key, '', Date.now())
        await attachments.submitted(key)
      }
      return sent
    })
  const ofMessage = ({ leaveMessageId }: { leaveMessageId: string }, what: string) => writtenKey('leave-message', leaveMessageId, what)
  const ofOrder = ({ workOrderId }: { workOrderId: string }, what: string) => writtenKey('work-order', workOrderId, what)

  return {
    ...inbox,
    ...orders,
    'inbox.reply': (said) => letGo(ofMessage(said.params, 'reply'), inbox['inbox.reply'](said)),
    'inbox.askBack': (said) => letGo(ofMessage(said.params, 'askBack'), inbox['inbox.askBack'](said)),
    'inbox.note': (said) => letGo(ofMessage(said.params, 'note'), inbox['inbox.note'](said)),
    'orders.finish': (said) => letGo(ofOrder(said.params, 'finish'), orders['orders.finish'](said)),
    'orders.askBack': (said) => letGo(ofOrder(said.params, 'askBack'), orders['orders.askBack'](said)),
    'orders.note': (said) => letGo(ofOrder(said.params, 'note'), orders['orders.note'](said)),
  }
}
