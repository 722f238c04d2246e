// What is asked most just now, for one person: fetched at sign-in and every half hour, kept for when there is no line.
import { getTrends } from '@zhengna/contract/http/trends.ts'
import type { Trends } from '@zhengna/contract/domain/trend.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'
import type { Fetch } from '../sync/inbox.ts'

export interface TrendsKeeper {
  /** The last ones that came; null before the first. */
  current(): Trends | null
  /** How much everybody asks for an article, 0…1. */
  popularityOf(articleId: ArticleId): number
  /** Keeps what there is where nothing comes. */
  refresh(): Promise<void>
  stop(): void
}

export interface TrendsKeeperParts {
  readonly cache: PersonCache
  readonly fetch: Fetch
  readonly events: Events
  readonly log: (line: string) => void
}

const KEPT = 'trends'
const REFRESH_MS = 30 * 60_000

export async function openTrends({ cache, fetch, events, log }: TrendsKeeperParts): Promise<TrendsKeeper> {
  const kept = await cache.mark(KEPT)
  let trends = kept === null ? null : (JSON.parse(kept) as Trends)
  let popularity = weightsOf(trends)

  const refresh = async (): Promise<void> => {
    const reply = await fetch(getTrends, {})
    if (!reply.ok) return
    trends = reply.value
    popularity = weightsOf(trends)
    await cache.setMark(KEPT, JSON.stringify(trends))
    events.emit('trends.changed', null)
  }
  const timer = setInterval(() => void refresh().catch((error: unknown) => log(`trends: ${String(error)}`)), REFRESH_MS)
  timer.unref()

  return {
    current: () => trends,
    popularityOf: (id) => popularity.get(id) ?? 0,
    refresh,
    stop: () => clearInterval(timer),
  }
}

const weightsOf = (trends: Trends | null): ReadonlyMap<ArticleId, number> =>
  new Map(trends?.popular.map(({ articleId, weight }) => [articleId, weight]))
