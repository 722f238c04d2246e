// How long somebody has waited, and from when on that is a warning.

/** A taxpayer who has waited longer than this for a reply is marked. */
export const replyOverdueAfterMs = 60_000
/** A place in the queue older than this is marked. */
export const queueLongAfterMs = 180_000

/** Never negative: the server's clock may be ahead of this machine's. */
export const elapsedMs = (since: number, now: number): number => Math.max(0, now - since)

export const isReplyOverdue = (waitingSince: number | null, now: number): boolean =>
  waitingSince !== null && elapsedMs(waitingSince, now) >= replyOverdueAfterMs
