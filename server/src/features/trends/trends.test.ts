// Trends from real records on a clock that is turned by hand.
import { createEngine, type EngineKnowledge } from '@zhengna/answering/engine.ts'
import type { FilingCalendar } from '@zhengna/answering/suggestion/filing-season.ts'
import { recommend, noSignals } from '@zhengna/answering/suggestion/recommendation.ts'
import { readKnowledge } from '@zhengna/answering/testing/knowledge.ts'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import { isInForce } from '@zhengna/contract/domain/article.ts'
import type { Trends as TrendsReply } from '@zhengna/contract/domain/trend.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { deedRate, recordsKnowledge, stamp } from '../../../../test/support/records-knowledge.ts'
import { dayInBeijing } from '../../platform/clock.ts'
import type { Draft } from '../conversations/index.ts'
import { readFilingCalendar } from './filing-calendar.ts'
import { createTrends, type Trends, type TrendsParts } from './trends.service.ts'

const DAY_MS = 86_400_000
const noCalendar: FilingCalendar = { seasons: [], dueDays: {} }
const person = 'nsr002' as PersonId

function trendsOn(stand: JournalStand, knowledge: EngineKnowledge, change: Partial<TrendsParts> = {}): Trends {
  const engine = createEngine(knowledge)
  return createTrends({
    database: stand.database,
    clock: stand.clock,
    knowledge: { snapshot: () => ({ ...knowledge, version: '1' }) },
    engine: () => engine,
    calendar: noCalendar,
    settings: () => defaultSettingValues,
    ...change,
  })
}

describe('before anybody asked', () => {
  let stand: JournalStand
  const knowledge = readKnowledge()
  const calendar = readFilingCalendar(new Set(knowledge.topics.map(({ id }) => id)))
  beforeAll(async () => {
    stand = await openJournalStand()
  })
  afterAll(() => stand.close())

  it('there are three batches of hot words at least, each a word of the knowledge base', async () => {
    const { hotWords, hotWordsShown } = await trendsOn(stand, knowledge).of(person)
    expect(hotWords.length).toBeGreaterThanOrEqual(3 * hotWordsShown)
    const texts = JSON.stringify(knowledge.articles.map(({ question, similar }) => [question, similar]))
    expect(hotWords.filter((word) => !texts.includes(word))).toEqual([])
  })

  it('what was written for people like the asker is recommended, and nothing is counted', async () => {
    const { recommended, packs, popular } = await trendsOn(stand, knowledge).of(person)
    const articles = knowledge.articles.filter(({ effective }) => isInForce(effective, dayInBeijing(stand.clock.now())))
    expect(recommended).toEqual(recommend(articles, ['person'], noSignals, 8).map(({ id }) => id))
    expect(packs.map(({ topicId }) => topicId)).toEqual(knowledge.topics.map(({ id }) => id))
    expect([packs.some(({ calls }) => calls > 0), popular]).toEqual([false, []])
  })

  it('files are those of answers for people like the asker', async () => {
    const { files } = await trendsOn(stand, knowledge).of(person)
    expect(files.map(({ name }) => name)).toContain('专项附加扣除资料清单.xlsx')
  })

  it('the season lifts its topics', async () => {
    const december: FilingCalendar = {
      ...calendar,
      seasons: [{ name: '确认', when: { from: '01-01', to: '12-31' }, topics: ['special-deduction'] }],
    }
    const topicOf = new Map(knowledge.articles.map(({ id, topicId }) => [id, topicId]))
    const { recommended } = await trendsOn(stand, knowledge, { calendar: december }).of(person)
    expect(topicOf.get(recommended[0]!)).toBe('special-deduction')
  })
})

describe('from records', () => {
  let stand: JournalStand
  let trends: Trends
  let people: Awaited<ReturnType<JournalStand['taxpayer']>>[]

  beforeEach(async () => {
    stand = await openJournalStand({ knowledge: recordsKnowledge })
    people = await Promise.all(Array.from({ length: 6 }, () => stand.taxpayer()))
    trends = trendsOn(stand, recordsKnowledge)
  })
  afterEach(() => stand.close())

  const ask = async (text: string, count: number, change: Partial<Draft> = {}): Promise<void> => {
    await Promise.all(people.slice(0, count).map((caller) => stand.journal.submit(draftOf(caller, text, change))))
  }
  /** As long as it takes until the next computing. */
  const later = async (days = 0.1): Promise<TrendsReply> => {
    stand.clock.advance(days * DAY_MS)
    return trends.of(person)
  }

  it('what three people asked about becomes hot, what two asked about does not rise', async () => {
    const before = (await trends.of(person)).hotWords
    expect(before[0]).not.toBe('印花税')
    await ask('印花税', 2)
    expect((await later()).hotWords).toEqual(before)
    await ask('印花税', 3)
    expect((await later()).hotWords[0]).toBe('印花税')
  })

  it('a clicked hot word does not make itself hot', async () => {
    const before = (await trends.of(person)).hotWords
    await ask('印花税', 6, { origin: 'hot-word' })
    expect((await later()).hotWords).toEqual(before)
  })

  it('what is not to be shown is not shown', async () => {
    trends = trendsOn(stand, recordsKnowledge, { isShowable: (word) => word !== '契税' })
    await ask('首套房契税几个点', 6)
    expect((await later()).hotWords).not.toContain('契税')
  })

  it('packs stand in the order of their calls, each call counted', async () => {
    await ask('合同要交印花税吗', 5)
    await ask('首套房契税几个点', 3)
    expect((await later()).packs).toEqual([
      { topicId: 'stamp', calls: 5 },
      { topicId: 'deed', calls: 3 },
    ])
  })

  it('calls of long ago are not counted any more', async () => {
    await ask('合同要交印花税吗', 5)
    stand.clock.advance(60 * DAY_MS)
    await ask('首套房契税几个点', 1)
    expect((await later()).packs).toEqual([
      { topicId: 'deed', calls: 1 },
      { topicId: 'stamp', calls: 0 },
    ])
  })

  it('what people alike ask is recommended first, and popular with everybody', async () => {
    await ask('合同要交印花税吗', 6)
    const { recommended, popular } = await later()
    expect(recommended[0]).toBe(stamp)
    expect(popular[0]).toEqual({ articleId: stamp, weight: 1 })
  })

  it('newer calls count more', async () => {
    await ask('合同要交印花税吗', 4)
    stand.clock.advance(20 * DAY_MS)
    await ask('首套房契税几个点', 3)
    expect((await later()).popular.map(({ articleId }) => articleId)).toEqual([deedRate, stamp])
  })

  it('they are computed anew when it is time to, and not before', async () => {
    const first = await trends.of(person)
    await ask('合同要交印花税吗', 6)
    stand.clock.advance(59 * 60_000)
    expect((await trends.of(person)).computedAt).toBe(first.computedAt)
    stand.clock.advance(2 * 60_000)
    const second = await trends.of(person)
    expect(second.computedAt).toBeGreaterThan(first.computedAt)
    expect(second.packs[0]).toEqual({ topicId: 'stamp', calls: 6 })
  })

  it('another number of hot words, or another half-life, is followed at once', async () => {
    let settings: SettingValues = defaultSettingValues
    trends = trendsOn(stand, recordsKnowledge, { settings: () => settings })
    const before = await trends.of(person)
    await ask('合同要交印花税吗', 6)
    settings = { ...settings, 'answering.recommended': 1 }
    expect(await trends.of(person)).toMatchObject({ computedAt: before.computedAt, recommended: [expect.any(String)] })
    settings = { ...settings, 'answering.hot-words': 1 }
    stand.clock.advance(1)
    const fewer = await trends.of(person)
    expect(fewer).toMatchObject({ hotWordsShown: 1, packs: [{ topicId: 'stamp', calls: 6 }, {}] })
    expect(fewer.hotWords.length).toBeLessThanOrEqual(5)
    settings = { ...settings, 'answering.trend-half-life-days': 1 }
    stand.clock.advance(1)
    expect((await trends.of(person)).computedAt).toBeGreaterThan(fewer.computedAt)
  })

  it('however many ask at once, they are computed once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => trends.of(person)))
    expect(new Set(all.map(({ computedAt }) => computedAt)).size).toBe(1)
  })

  it('an officer gets them too, as for nobody in particular', async () => {
    expect((await trends.of('zx001' as PersonId)).hotWords.length).toBeGreaterThan(0)
  })
})
