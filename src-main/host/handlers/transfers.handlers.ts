import type { transferRequests } from '@zhengna/contract/host/transfers.ts'
import { acceptTransfer, askTransfer, cancelTransfer, declineTransfer, listTransferTargets } from '@zhengna/contract/http/transfers.ts'
import { ok } from '@zhengna/contract/result.ts'
import { deskView } from './desk.handlers.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

export function transferHandlers(context: HostContext): HandlersOf<typeof transferRequests> {
  const { events, fetch } = context
  return {
    'transfers.targets': (call) => fetch(listTransferTargets, call),
    'transfers.ask': (call) => fetch(askTransfer, call),
    'transfers.accept': (params) =>
      withScope(context, async (scope) => {
        const reply = await fetch(acceptTransfer, { params })
        if (!reply.ok) return reply
        await scope.inOrder(() => scope.inbox.conversation(reply.value.conversation))
        events.emit('desk.changed', await deskView(scope))
        return ok(reply.value.conversation)
      }),
    'transfers.decline': (call) => fetch(declineTransfer, call),
    'transfers.cancel': (call) => fetch(cancelTransfer, call),
  }
}
