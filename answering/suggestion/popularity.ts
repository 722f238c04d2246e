// How much each article is asked for: by everybody, and by people like the asker. Newer calls count more, and one person's calls
// of one article count once.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { decayed } from './decay.ts'

export interface Call {
  readonly articleId: ArticleId
  readonly at: number
  /** Tells people apart, nothing more. */
  readonly person: string
  /** What the caller is like: `groupsOf`. */
  readonly groups: readonly Group[]
  /** Less than 1 for what we put before them ourselves. */
  readonly weight: number
}

/** audience, industry or office, and which. */
export type Group = `${keyof typeof groupWeights}:${string}`

/** How much it says that somebody is of the same group. */
const groupWeights = { audience: 1, industry: 0.6, office: 0.4 } as const
/** As many calls of everybody are added to a group's own: a group of few says little. */
const SMOOTHING_CALLS = 20
/** With as many calls, what people ask counts as much as what was written for them. */
const EVIDENCE_CALLS = 12

export function groupsOf(who: { audiences: readonly string[]; industry: string | null; officeId: string }): Group[] {
  return [
    // Withholding is a duty that nearly every enterprise has besides; it says nothing about what this one asks.
    ...who.audiences.filter((one) => one !== 'withholding-agent').map((one): Group => `audience:${one}`),
    ...(who.industry ? [`industry:${who.industry}` as const] : []),
    `office:${who.officeId}`,
  ]
}

interface Tally {
  readonly calls: Map<ArticleId, number>
  total: number
}

export class Popularity {
  private readonly newest = new Map<string, Call>()
  private all: Tally = emptyTally()
  private groups = new Map<Group, Tally>()

  /** In any order. */
  add(call: Call): void {
    const key = `${call.articleId} ${call.person}`
    const known = this.newest.get(key)
    if (!known || known.at < call.at) this.newest.set(key, call)
  }

  /** Weighs what was added, once; nothing can be added afterwards. */
  weigh(now: number, halfLifeMs: number): void {
    for (const { articleId, at, groups, weight } of this.newest.values()) {
      const counts = weight * decayed(now - at, halfLifeMs)
      raise(this.all, articleId, counts)
      for (const group of groups) {
        const tally = this.groups.get(group) ?? emptyTally()
        this.groups.set(group, tally)
        raise(tally, articleId, counts)
      }
    }
    this.newest.clear()
  }

  /** How much the calls say at all, 0…1. */
  get evidence(): number {
    return this.all.total / (this.all.total + EVIDENCE_CALLS)
  }

  /** Most called first: 1 for the first, the others in proportion. */
  ofAll(): { articleId: ArticleId; weight: number }[] {
    return ranked(this.all.calls)
  }

  /** The same among people of these groups, by article. */
  among(groups: readonly Group[]): ReadonlyMap<ArticleId, number> {
    const shares = new Map<ArticleId, number>()
    for (const [articleId, calls] of this.all.calls) {
      const ofAll = calls / this.all.total
      let sum = 0
      let weights = 0
      for (const group of groups) {
        const weight = groupWeights[group.slice(0, group.indexOf(':')) as keyof typeof groupWeights]
        const { calls: own, total } = this.groups.get(group) ?? emptyTally()
        sum += (weight * ((own.get(articleId) ?? 0) + SMOOTHING_CALLS * ofAll)) / (total + SMOOTHING_CALLS)
        weights += weight
      }
      shares.set(articleId, weights > 0 ? sum / weights : ofAll)
    }
    return new Map(ranked(shares).map(({ articleId, weight }) => [articleId, weight]))
  }
}

const emptyTally = (): Tally => ({ calls: new Map(), total: 0 })

function raise(tally: Tally, articleId: ArticleId, by: number): void {
  tally.calls.set(articleId, (tally.calls.get(articleId) ?? 0) + by)
  tally.total += by
}

function ranked(values: ReadonlyMap<ArticleId, number>): { articleId: ArticleId; weight: number }[] {
  const most = Math.max(...values.values(), Number.MIN_VALUE)
  return [...values]
    .map(([articleId, value]) => ({ articleId, weight: value / most }))
    .sort((a, b) => b.weight - a.weight || (a.articleId < b.articleId ? -1 : 1))
}
