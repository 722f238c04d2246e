import { getHandOff } from '@zhengna/contract/http/hand-off.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { HandOff } from './hand-off.service.ts'

export function registerHandOffRoutes(implement: Implement, handOff: HandOff): void {
  implement(getHandOff, async ({ caller, params }) => ({ pack: await handOff.of(caller, params.conversationId) }))
}
