import type { Example } from './examples.ts'

type Outcome = { readonly probability: number; readonly isTrue: boolean }

const kinds = ['similar', 'tuning', 'vague', 'off-topic'] as const

/** For each threshold: which share of each kind of question reaches it, and for those with an answer, how often rightly. */
export function printThresholds(name: string, sources: readonly Example['source'][], outcomes: readonly Outcome[]): void {
  for (const kind of kinds) {
    const mine = outcomes.filter((_, place) => sources[place] === kind)
    console.log(`${name}: ${kind}, ${String(mine.length)} questions, right ${percent(mine.filter((o) => o.isTrue).length, mine.length)}`)
  }
  for (let threshold = 0.2; threshold < 0.9; threshold += 0.1) {
    const cells = kinds.map((kind) => {
      const mine = outcomes.filter((_, place) => sources[place] === kind)
      const passed = mine.filter((o) => o.probability >= threshold)
      return `${kind} ${percent(passed.length, mine.length)} (right ${percent(passed.filter((o) => o.isTrue).length, passed.length)})`
    })
    console.log(`${name} ≥ ${threshold.toFixed(1)}: ${cells.join('  ')}`)
  }
}

const percent = (part: number, whole: number): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : '–')
