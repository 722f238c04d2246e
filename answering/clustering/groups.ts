// Leader clustering: a question joins the leader that is most like it, or becomes a leader itself. Same questions in the same
// order, same groups; each question reads the leaders that share a telling term with it, so the work grows with the questions.
import type { Meaning } from './meaning.ts'

/** Cosine. Of questions about different things one pair in a thousand is as alike (clustering.test.ts measures it). */
const ALIKE_MIN = 0.55
/** Terms of a question that look leaders up, heaviest first: what every question has finds every leader and tells nothing. */
const LOOKED_UP_MAX = 16

interface Postings {
  readonly leaders: number[]
  readonly weights: number[]
}

export class Groups {
  private readonly leadersWith = new Map<number, Postings>()
  /** By leader, while one question is looked up. */
  private likeness = new Float64Array(1 << 10)
  private leaderCount = 0

  get count(): number {
    return this.leaderCount
  }

  /** The number of the leader that means the same; -1 for none. */
  find(meaning: Meaning): number {
    const touched: number[] = []
    for (const place of heaviest(meaning, LOOKED_UP_MAX)) {
      const { leaders, weights } = this.leadersWith.get(meaning.keys[place]!) ?? none
      for (let i = 0; i < leaders.length; i++) {
        if (this.likeness[leaders[i]!] === 0) touched.push(leaders[i]!)
        this.likeness[leaders[i]!]! += meaning.weights[place]! * weights[i]!
      }
    }
    let best = -1
    let most = ALIKE_MIN
    for (const leader of touched) {
      const likeness = this.likeness[leader]!
      this.likeness[leader] = 0
      if (likeness < most || (likeness === most && best >= 0 && leader > best)) continue
      best = leader
      most = likeness
    }
    return best
  }

  /** Makes the question a leader; its number. */
  lead(meaning: Meaning): number {
    const leader = this.leaderCount++
    if (leader === this.likeness.length) {
      const larger = new Float64Array(2 * leader)
      larger.set(this.likeness)
      this.likeness = larger
    }
    for (const [place, key] of meaning.keys.entries()) {
      const postings = this.leadersWith.get(key) ?? { leaders: [], weights: [] }
      this.leadersWith.set(key, postings)
      postings.leaders.push(leader)
      postings.weights.push(meaning.weights[place]!)
    }
    return leader
  }
}

const none: Postings = { leaders: [], weights: [] }

/** For each question the number of its group, in the order of their first questions; -1 for one that says nothing. */
export function groupByMeaning(meanings: readonly Meaning[]): number[] {
  const groups = new Groups()
  return meanings.map((meaning) => {
    if (meaning.keys.length === 0) return -1
    const found = groups.find(meaning)
    return found >= 0 ? found : groups.lead(meaning)
  })
}

/** The place of the one nearest to all others: to the sum of their vectors. -1 for none. */
export function nearestToAll(meanings: readonly Meaning[]): number {
  const sum = new Map<number, number>()
  for (const { keys, weights } of meanings) for (const [place, key] of keys.entries()) sum.set(key, (sum.get(key) ?? 0) + weights[place]!)
  let best = -1
  let most = -1
  for (const [place, { keys, weights }] of meanings.entries()) {
    const likeness = keys.reduce((total, key, i) => total + sum.get(key)! * weights[i]!, 0)
    if (likeness > most) {
      best = place
      most = likeness
    }
  }
  return best
}

function heaviest({ weights }: Meaning, count: number): number[] {
  const places = Array.from(weights.keys())
  return places.length <= count ? places : places.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, count)
}
