import * as contract from '@zhengna/contract/http/transfers.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Transfers } from './transfers.service.ts'

export function registerTransferRoutes(implement: Implement, transfers: Transfers): void {
  implement(contract.listTransferTargets, ({ caller, params }) => transfers.targets(caller, params.conversationId))
  implement(contract.askTransfer, async ({ caller, params, body }) => ({
    transfer: await transfers.ask(caller, params.conversationId, body.to, body.note),
  }))
  implement(contract.acceptTransfer, async ({ caller, params }) => ({ conversation: await transfers.accept(caller, params.transferId) }))
  implement(contract.declineTransfer, async ({ caller, params, body }) => {
    await transfers.decline(caller, params.transferId, body.reason)
    return {}
  })
  implement(contract.cancelTransfer, async ({ caller, params }) => {
    await transfers.cancel(caller, params.transferId)
    return {}
  })
}
