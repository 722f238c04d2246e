// How much of what happened still counts: half after one half-life, a quarter after two.

/** 1 for now, 0…1 for the past; what lies ahead of a clock set back counts as now. */
export const decayed = (ageMs: number, halfLifeMs: number): number => 0.5 ** (Math.max(ageMs, 0) / halfLifeMs)
