// Nothing overtakes what waits: of several messages under way, the first may be refused just before a restraint ends and the next arrive
// just after. For a moment after the end the first one is waited for. Kept in memory alone: without it a message is out of order, no more.
import type { MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { Restrained } from './restraint.ts'

/** Longer than a desktop takes to send again; an author who threw the first one away waits so long at most. */
const GRACE_MS = 2_000

interface First {
  readonly id: MessageId
  readonly until: number
  readonly restrained: Restrained
}

export interface Waiting {
  /** Refused now. Gives back what its author is told. */
  note(personId: PersonId, id: MessageId, restrained: Restrained, now: number): Restrained
  /** Not restrained any more: null, unless another message is to come first. */
  before(personId: PersonId, id: MessageId, now: number): Restrained | null
}

export function createWaiting(): Waiting {
  const firsts = new Map<PersonId, First>()
  return {
    note(personId, id, restrained, now) {
      // One that is blocked does not wait.
      if (restrained.code === 'HARASSMENT_BLOCKED') firsts.delete(personId)
      else {
        const until = now + restrained.detail.seconds * 1000
        firsts.set(personId, { restrained, until, id: firsts.get(personId)?.id ?? id })
      }
      return restrained
    },
    before(personId, id, now) {
      const first = firsts.get(personId)
      // Before its end: it was lifted, and whoever waits begins anew from the first.
      const isNext = !first || first.id === id || now < first.until || now > first.until + GRACE_MS
      if (!isNext) return { ...first.restrained, detail: { ...first.restrained.detail, seconds: 1 } }
      firsts.delete(personId)
      return null
    },
  }
}
