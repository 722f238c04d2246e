// Probabilities from which each decision is taken. calibration/fit.ts prints what others would give; figures of 2026-11-26, on
// 410 tuning questions, 370 vague texts and 1,285 of something else:
//   answer 0.5  → 92 % answered, 95 % of these rightly, 5 % of the rest answered; 0.6 → 88 %, 96 %, 4 %
//   vague  0.2  → 90 % of the vague asked back, under 1 % of the clear, 6 % of the rest
//   offer  0.5  → 98 % of ours offered something, and 17 % of the rest; 0.6 → 96 %, 13 %
export const thresholds = {
  /** Direct answer: the first article is right at least this surely. */
  answer: 0.5,
  /** Guessing: the question is ours, and the right article among those offered, at least this surely. */
  offer: 0.55,
  /** Asking back: the question is ours and too short of detail at least this surely. */
  vague: 0.15,
  /** A long story is read again for its question alone when its whole is answered less surely than this; and that must be so much surer. */
  sure: 0.6,
  surer: 0.1,
  /** Narrowing the last question: something in it is ours at least this surely. Small talk has under 0.05, a bare 公司 or 为什么 over 0.25. */
  follows: 0.15,
} as const

/** Options offered when asking back or guessing. */
export const offeredMax = 5
