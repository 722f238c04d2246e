// Probabilities from which each decision is taken. calibration/fit.ts prints what others would give; figures of 2026-11-23, on
// 123 tuning questions, 118 vague ones and 278 of something else:
//   answer 0.5 → 94 % answered, 95 % of these rightly, 3.6 % false; 0.6 → 88 %, 94 %, 2.5 %
//   offer  0.5 → 98 % of ours offered something, and 11 % of the rest; 0.6 → 97 %, 7 %
//   vague  0.3 → 99 % of the vague asked back, under 1 % of the clear; 0.4 → 98 %
export const thresholds = {
  /** Direct answer: the first article is right at least this surely. */
  answer: 0.55,
  /** Asking back or guessing: the question is ours, and the right article among those offered, at least this surely. */
  offer: 0.5,
  /** Asking back rather than guessing: the question is too short of detail at least this surely. */
  vague: 0.35,
  /** Narrowing the last question: something in it is ours at least this surely. Small talk has under 0.05, a bare 公司 or 为什么 over 0.25. */
  follows: 0.15,
} as const

/** Options offered when asking back or guessing. */
export const offeredMax = 5
