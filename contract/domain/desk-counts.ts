// What waits for an officer, by desk.
import { Type, type Static } from 'typebox'

const count = Type.Integer({ minimum: 0 })

export const DeskCounts = Type.Object({
  /** Nobody has them in hand. */
  leaveMessages: count,
  /** Open ones that are the officer's, or nobody's yet. */
  workOrders: count,
  /** Of today, not begun or not ended; and talks by telephone of which nobody said how they ended. */
  appointments: count,
})
export type DeskCounts = Static<typeof DeskCounts>
