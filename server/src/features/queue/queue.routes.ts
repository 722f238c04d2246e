import { handOver } from '@zhengna/contract/http/conversations.ts'
import * as contract from '@zhengna/contract/http/queue.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { QueueView } from './queue-view.ts'
import type { Assigning } from './assigning.service.ts'
import type { Calls } from './calls.service.ts'
import type { Queue } from './queue.service.ts'

export function registerQueueRoutes(implement: Implement, queue: Queue, calls: Calls, assigning: Assigning, view: QueueView): void {
  // Asking for a person is the conversation's route and the queue's work.
  implement(handOver, async ({ caller, body }) => {
    const conversation = await queue.join(caller, body.reason, body.how)
    const place = await view.placeOf(caller)
    // Taken between the two steps: the window hears of it over the live line.
    if (!place && body.how !== 'keep-waiting') throw new DomainError('QUEUE_TICKET_GONE')
    return { conversation, place }
  })
  implement(contract.myPlace, async ({ caller }) => ({ place: await view.placeOf(caller) }))
  implement(contract.cancelQueue, async ({ caller }) => ({ conversation: await queue.cancel(caller) }))
  const placeOf = async (caller: Caller) => {
    const place = await view.placeOf(caller)
    if (!place) throw new DomainError('QUEUE_TICKET_GONE')
    return { place }
  }
  implement(contract.setCallBack, async ({ caller, body }) => {
    await calls.setCallBack(caller, body.callsBack)
    return placeOf(caller)
  })
  implement(contract.answerCall, async ({ caller }) => ({ conversation: await calls.answer(caller) }))
  implement(contract.deferCall, async ({ caller }) => {
    await calls.defer(caller)
    return placeOf(caller)
  })
  implement(contract.withdrawCall, async ({ caller, params }) => {
    await calls.withdraw(caller, params.ticketId)
    return {}
  })
  implement(contract.declineOffer, async ({ caller, params }) => {
    await assigning.decline(caller, params.ticketId)
    return {}
  })
  implement(contract.getQueueTrace, async ({ caller, params }) => ({ trace: await view.traceOf(caller, params.ticketId) }))
  implement(contract.getBoard, ({ caller }) => view.boardOf(caller))
  implement(contract.takeNext, async ({ caller, body }) => ({ conversation: await queue.take(caller, body.ticketId) }))
}
