// Who may read an attachment: whoever uploaded it; for others the feature whose record it is part of knows.
import type { Caller } from '../../platform/auth/tokens.ts'
import type { AttachedKind, AttachmentRow } from './attachments.store.ts'

/** `recordId`: as it was given to attachTo. */
export type MayReadRecord = (caller: Caller, recordId: string) => Promise<boolean>

export interface Readers {
  /** Each feature once. */
  register(kind: AttachedKind, mayReadRecord: MayReadRecord): void
  mayRead(caller: Caller, row: AttachmentRow): Promise<boolean>
}

export function createReaders(): Readers {
  const readers = new Map<AttachedKind, MayReadRecord>()
  return {
    register(kind, mayReadRecord) {
      if (readers.has(kind)) throw new Error(`Who may read attachments of a ${kind} is decided already.`)
      readers.set(kind, mayReadRecord)
    },
    async mayRead(caller, { owner_id, record_kind, record_id }) {
      if (owner_id === caller.personId) return true
      if (record_kind === null || record_id === null) return false
      return (await readers.get(record_kind)?.(caller, record_id)) ?? false
    },
  }
}
