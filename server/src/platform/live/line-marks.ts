// Several processes hold people's lines, and none sees another's. Each marks in the store those whose lines it has.

/** How often those with a line are marked. */
export const MARK_EVERY_MS = 15_000
/** After how long without a mark they are gone. */
export const UNSEEN_MS = 60_000
