// Probabilities from which each decision is taken. calibration/fit.ts prints what others would give; figures of 2026-11-26 on the
// tuning half, 409 questions with an answer, 56 vague ones and 109 of something else:
//   answer 0.55, vague 0.1, doubtful 0.2 below 0.75 → 95 % answered, 1.2 % wrongly; 95 % of the vague asked back; none of the rest answered
export const thresholds = {
  /** Direct answer: the first article is right at least this surely. */
  answer: 0.55,
  /** A question that is vague so surely is answered only where the answer is beyond doubt. */
  doubtful: 0.2,
  beyondDoubt: 0.75,
  /** Asking back: the question is ours and too short of detail at least this surely. */
  vague: 0.1,
  /** Guessing: the question is ours, and the right article among those offered, at least this surely. */
  offer: 0.55,
  /** A long story is read again for its question alone when its whole is answered less surely than this; and that must be so much surer. */
  sure: 0.6,
  surer: 0.1,
  /** Narrowing the last question: something in it is ours at least this surely. Small talk has under 0.05, a bare 公司 or 为什么 over 0.25. */
  follows: 0.15,
} as const

/** Options offered when asking back or guessing. */
export const offeredMax = 5
