/** Probabilities from which each decision is taken. The figures they give are printed by calibration/fit.ts. */
export const thresholds = {
  /** Direct answer: the first article is right at least this surely. */
  answer: 0.65,
  /** Asking back or guessing: the question is ours, and the right article among those offered, at least this surely. */
  offer: 0.5,
  /** Asking back rather than guessing: the question is too short of detail at least this surely. */
  vague: 0.35,
} as const

/** Options offered when asking back or guessing. */
export const offeredMax = 5
