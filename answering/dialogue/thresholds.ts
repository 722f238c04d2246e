/** Probabilities from which each decision is taken. The figures they give are printed by calibration/fit.ts. */
export const thresholds = {
  /** Direct answer: the first article is right at least this surely. */
  answer: 0.5,
  /** Asking back or guessing: the right article is among those offered at least this surely. */
  offer: 0.35,
} as const

/** Options offered when asking back or guessing. */
export const offeredMax = 5

/** 猜你想问 becomes asking back when at least this many other articles cover the query as well as the best one does … */
export const rivalsOfVague = 2
/** … and the best one covers at least this share of it: the question is clear as far as it goes, it just does not go far. */
export const coverOfVague = 0.55
