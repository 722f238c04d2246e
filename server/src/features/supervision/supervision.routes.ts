import * as contract from '@zhengna/contract/http/supervision.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Talks } from './talks.service.ts'
import type { Wall } from './wall.service.ts'

export function registerSupervisionRoutes(implement: Implement, wall: Wall, talks: Talks): void {
  implement(contract.getWall, ({ caller }) => wall.of(caller.officeId))
  implement(contract.listLiveTalks, async ({ caller }) => ({ talks: await talks.list(caller.officeId) }))
  implement(contract.watchTalk, async ({ caller, params }) => ({ talk: await talks.watch(caller, params.conversationId) }))
  implement(contract.whisper, async ({ caller, params, body }) => ({
    whisper: await talks.whisper(caller, params.conversationId, body.text),
  }))
  implement(contract.listWhispers, async ({ caller, params }) => ({ whispers: await talks.whispers(caller, params.conversationId) }))
  implement(contract.takeOverTalk, async ({ caller, params }) => ({ conversation: await talks.takeOver(caller, params.conversationId) }))
  implement(contract.endTalk, async ({ caller, params, body }) => ({
    conversation: await talks.end(caller, params.conversationId, body.reason),
  }))
}
