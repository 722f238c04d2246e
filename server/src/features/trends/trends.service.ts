// 热词, 热点推荐 and the order of 问答套餐: read from records now and then, kept in memory, given to each as it fits them.
import type { Engine } from '@zhengna/answering/engine.ts'
import { coldWords } from '@zhengna/answering/suggestion/cold-words.ts'
import { liftOn, type FilingCalendar } from '@zhengna/answering/suggestion/filing-season.ts'
import { LONG_RUN_HALF_LIVES } from '@zhengna/answering/suggestion/hot-words.ts'
import { groupsOf, type Popularity } from '@zhengna/answering/suggestion/popularity.ts'
import { filesOf, recommend } from '@zhengna/answering/suggestion/recommendation.ts'
import { isInForce } from '@zhengna/contract/domain/article.ts'
import type { SettingName, SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { Trends as TrendsReply } from '@zhengna/contract/domain/trend.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import { dayInBeijing, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Knowledge } from '../knowledge/index.ts'
import { findPerson, toPerson } from '../people/index.ts'
import { recordsSince } from '../records/index.ts'
import { beginCounting } from './counting.ts'

export interface Trends {
  /** For whoever asks. */
  of(personId: PersonId): Promise<TrendsReply>
  /** Reads the records anew where it is time to. */
  refresh(): Promise<void>
}

export interface TrendsParts {
  readonly database: Database
  readonly clock: Clock
  readonly knowledge: Pick<Knowledge, 'snapshot'>
  readonly engine: () => Engine
  readonly calendar: FilingCalendar
  readonly settings: () => SettingValues
  /** False for what must not be shown as a hot word. */
  readonly isShowable?: (word: string) => boolean
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Read at most, newest first: a refresh must not grow with the years. */
const RECORDS_MAX = 200_000
/** 问答套餐 shows plain counts, so that its numbers are in the order in which it stands: those of so many half-lives. */
const PACK_HALF_LIVES = 2
const HOT_WORD_BATCHES = 5
const FILES_MAX = 5
/** Beyond them nobody's typing is helped. */
const POPULAR_MAX = 200

/** What is computed depends on these; the rest is read when it is given out. */
const decisive = ['answering.trend-half-life-days', 'answering.hot-words'] as const satisfies SettingName[]

/** What stands until it is computed anew. */
interface Computed {
  /** The same for everybody. */
  readonly forAll: Pick<TrendsReply, 'hotWords' | 'packs' | 'popular' | 'computedAt'>
  readonly popularity: Popularity
  /** By which it was computed: others ask for another result. */
  readonly by: SettingValues
}

export function createTrends({ database, clock, knowledge, engine, calendar, settings, isShowable = () => true }: TrendsParts): Trends {
  let computed: Computed | null = null
  let computing: Promise<Computed> | null = null

  const compute = async (): Promise<Computed> => {
    const now = clock.now()
    const by = settings()
    const halfLifeMs = by['answering.trend-half-life-days'] * DAY_MS
    const wordbook = engine().wordbook()
    const { hotWords, popularity, callsOf, add } = beginCounting(wordbook, now - PACK_HALF_LIVES * halfLifeMs)
    for await (const page of recordsSince(database.reader, now - LONG_RUN_HALF_LIVES * halfLifeMs, RECORDS_MAX)) {
      for (const record of page) add(record)
      // Others wait no longer than for one page.
      await new Promise((resolve) => setImmediate(resolve))
    }
    popularity.weigh(now, halfLifeMs)
    const count = HOT_WORD_BATCHES * by['answering.hot-words']
    const rising = hotWords.rank({ now, halfLifeMs, limit: count, isAllowed: isShowable })
    const usual = coldWords(wordbook, liftOn(dayInBeijing(now), calendar), 2 * count).filter(isShowable)
    const packs = knowledge.snapshot().topics.map(({ id }) => ({ topicId: id, calls: callsOf.get(id) ?? 0 }))
    return {
      by,
      popularity,
      forAll: {
        hotWords: [...new Set([...rising, ...usual])].slice(0, count),
        // Stable: topics called as often stay in the knowledge base's order.
        packs: packs.sort((a, b) => b.calls - a.calls),
        popular: popularity.ofAll().slice(0, POPULAR_MAX),
        computedAt: now,
      },
    }
  }

  const isDue = ({ forAll, by }: Computed): boolean =>
    decisive.some((name) => by[name] !== settings()[name]) ||
    Math.abs(clock.now() - forAll.computedAt) >= settings()['answering.trend-refresh-minutes'] * MINUTE_MS

  const newest = async (): Promise<Computed> => {
    if (computed && !isDue(computed)) return computed
    computing ??= compute().finally(() => {
      computing = null
    })
    return (computed = await computing)
  }

  return {
    async refresh() {
      await newest()
    },
    async of(personId) {
      const { popularity, forAll } = await newest()
      const row = await findPerson(database.reader, personId)
      const person = row && toPerson(row)
      const audiences = person?.taxpayer?.audiences ?? []
      const groups = groupsOf({ audiences, industry: person?.taxpayer?.industry ?? null, officeId: person?.officeId ?? '' })
      const day = dayInBeijing(clock.now())
      const heat = popularity.among(groups)
      const articles = knowledge.snapshot().articles.filter(({ effective }) => isInForce(effective, day))
      const signals = { heatOf: (id: ArticleId) => heat.get(id) ?? 0, evidence: popularity.evidence, liftOf: liftOn(day, calendar) }
      const wanted = recommend(articles, audiences, signals, articles.length)
      const theirs = articles.filter(({ audience }) => audience.some((one) => one === 'everyone' || audiences.includes(one)))
      return {
        ...forAll,
        // What must not be shown may have become so since it was computed.
        hotWords: forAll.hotWords.filter(isShowable),
        hotWordsShown: settings()['answering.hot-words'],
        recommended: wanted.slice(0, settings()['answering.recommended']).map(({ id }) => id),
        files: filesOf([...wanted, ...theirs], FILES_MAX),
      }
    },
  }
}
