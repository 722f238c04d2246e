import * as contract from '@zhengna/contract/http/queue.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { PresenceService } from './presence.service.ts'

export function registerPresenceRoutes(implement: Implement, presence: PresenceService): void {
  implement(contract.setPresence, async ({ caller, body }) => ({ presence: await presence.set(caller, body.presence) }))
}
