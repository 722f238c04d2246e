// The table at the end of a run. Its last line is for machines too: N passed, N failed.
import type { BadNetwork } from './bad-network.ts'
import type { StoredLine, Verdict } from './rules.ts'
import type { Trouble } from './trouble.ts'

export interface Report {
  readonly verdicts: readonly Verdict[]
  readonly counts: BadNetwork['counts']
  readonly trouble: Trouble
  readonly stored: ReadonlyMap<string, readonly StoredLine[]>
  readonly written: number
  readonly acknowledged: number
  readonly ranMs: number
  readonly settledMs: number
}

const SHOWN = 5

/** True where a rule was broken. */
export function printReport({ verdicts, counts, trouble, stored, written, acknowledged, ranMs, settledMs }: Report): boolean {
  const messages = [...stored.values()].reduce((sum, lines) => sum + lines.length, 0)
  const faults = Object.entries(counts).map(([fault, count]) => `${count} × ${fault}`)
  console.log(`network   ${faults.join(', ')}`)
  console.log(`processes ${trouble.serverKills} × server killed, ${trouble.clientCrashes} × clients' program killed`)
  console.log(`messages  ${written} written, ${acknowledged} acknowledged, ${messages} stored in ${stored.size} conversations`)
  console.log(`time      ${(ranMs / 1_000).toFixed(1)} s, settled after ${(settledMs / 1_000).toFixed(1)} s`)
  for (const { rule, breaches } of verdicts) {
    console.log(`${breaches.length === 0 ? 'pass' : 'FAIL'}      ${rule}`)
    for (const breach of breaches.slice(0, SHOWN)) console.log(`            ${breach}`)
    if (breaches.length > SHOWN) console.log(`            and ${breaches.length - SHOWN} more`)
  }
  const failed = verdicts.filter(({ breaches }) => breaches.length > 0).length
  console.log(`${verdicts.length - failed} passed, ${failed} failed`)
  return failed > 0
}
