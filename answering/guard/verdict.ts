// From hits to a verdict: which hits count, which action wins, what the text becomes.
import { guardActions, type GuardAction, type GuardHit, type GuardVerdict } from '@zhengna/contract/domain/sensitive-word.ts'

/** A hit with what its word is replaced by. */
export interface Replaceable {
  readonly hit: GuardHit
  readonly replacement: string
}

const MASK = '＊'

const strength = (action: GuardAction): number => Math.max(guardActions.indexOf(action), guardActions.indexOf('replace'))

/** Every hit masked, whatever its action: for texts that nobody is asked about. */
export const maskHits = (text: string, hits: readonly GuardHit[]): string =>
  change(
    text,
    hits.map((hit) => ({ hit, replacement: '' })),
  )

export function judge(text: string, found: readonly Replaceable[], isConfirmed: boolean): GuardVerdict {
  const kept = withoutInner(found)
  const hits = kept.map(({ hit }) => hit)
  if (hits.length === 0) return { decision: 'pass', text, hits }
  if (hits.some(({ action }) => action === 'block')) return { decision: 'block', text, hits }
  if (!hits.some(({ action }) => action === 'warn')) return { decision: 'changed', text: change(text, kept), hits }
  if (!isConfirmed) return { decision: 'warn', text, hits }
  // A masked word may lie within one that was asked about.
  const changed = change(text, withoutInner(found.filter(({ hit }) => hit.action !== 'warn')))
  return { decision: changed === text ? 'pass' : 'changed', text: changed, hits }
}

/** In the order of the text; a hit inside another that is at least as strong says nothing new. */
function withoutInner(found: readonly Replaceable[]): Replaceable[] {
  const sorted = found.toSorted(
    (a, b) => a.hit.start - b.hit.start || b.hit.end - a.hit.end || strength(b.hit.action) - strength(a.hit.action),
  )
  const kept: Replaceable[] = []
  // For each strength, how far the hits kept so far reach: a later one that ends before lies inside one of them.
  const reach = guardActions.map(() => -1)
  for (const one of sorted) {
    const own = strength(one.hit.action)
    if (reach.slice(own).some((end) => end >= one.hit.end)) continue
    reach[own] = Math.max(reach[own]!, one.hit.end)
    kept.push(one)
  }
  return kept
}

/** Hits that overlap are told apart by where they begin; what the first has covered is not written twice. */
function change(text: string, hits: readonly Replaceable[]): string {
  let changed = ''
  let done = 0
  for (const { hit, replacement } of hits) {
    if (hit.end <= done) continue
    const start = Math.max(hit.start, done)
    changed += text.slice(done, start)
    changed += hit.action === 'replace' && start === hit.start && replacement !== '' ? replacement : mask(text.slice(start, hit.end))
    done = hit.end
  }
  return changed + text.slice(done)
}

/** As long as it was in UTF-16 units; line breaks stay, so that the message keeps its shape. */
const mask = (covered: string): string => covered.replace(/[^\r\n]/g, MASK)
