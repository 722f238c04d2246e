// Which questions a picked option resolves: those of its conversation since something was last asked in other words.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { smallTalk, type NewRecord } from './record-rows.ts'

export interface Trails {
  add(record: NewRecord): void
  /** Picks whose question was stored with an earlier batch. */
  readonly earlier: ReadonlySet<ConversationId>
}

export function beginTrails(): Trails {
  /** By conversation: the question last asked, and the picks after it that asked back again. */
  const open = new Map<ConversationId, { readonly records: NewRecord[]; readonly isWhole: boolean }>()
  const earlier = new Set<ConversationId>()
  return {
    earlier,
    add(record) {
      const id = record.conversation_id
      if (smallTalk.includes(record.decision)) return
      if (record.origin !== 'option') {
        open.set(id, { records: [record], isWhole: true })
        return
      }
      const trail = open.get(id) ?? { records: [], isWhole: false }
      open.set(id, trail)
      if (record.decision !== 'answer') {
        trail.records.push(record)
        return
      }
      for (const asked of trail.records) asked.failure = null
      if (!trail.isWhole) earlier.add(id)
    },
  }
}
