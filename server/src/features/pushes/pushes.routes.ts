import * as contract from '@zhengna/contract/http/pushes.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Pushes } from './pushes.service.ts'

export function registerPushRoutes(implement: Implement, pushes: Pushes): void {
  implement(contract.listPushes, ({ caller, query: { page = 1, pageSize = 20, state, title } }) =>
    pushes.list(caller, { state, title, offset: (page - 1) * pageSize, limit: pageSize }),
  )
  implement(contract.listPushChoices, ({ caller }) => pushes.choices(caller))
  implement(contract.previewPush, ({ caller, body }) => pushes.preview(caller, body.audience))
  implement(contract.getPush, async ({ caller, params }) => ({ push: await pushes.get(caller, params.pushId) }))
  implement(contract.savePush, async ({ caller, params, body }) => ({
    push: await pushes.save(caller, params.pushId, body.content, body.lock),
  }))
  implement(contract.sendPush, async ({ caller, params, body }) => ({ push: await pushes.send(caller, params.pushId, body.lock, body.at) }))
  implement(contract.revisePush, async ({ caller, params, body }) => ({ push: await pushes.revise(caller, params.pushId, body.lock) }))
  implement(contract.cancelPush, async ({ caller, params, body }) => ({ push: await pushes.cancel(caller, params.pushId, body.lock) }))
  implement(contract.withdrawPush, async ({ caller, params, body }) => ({
    push: await pushes.withdraw(caller, params.pushId, body.reason),
  }))
}
