import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Revision } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { RECIPIENTS } from '../../../../test/support/fake-recall.ts'
import { codeOf, openDesk, sentenceOf, writer, type Desk } from '../../../../test/support/desk.ts'
import { startTimetable } from './index.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'vat-seeded' }] } } })
})
afterEach(() => desk.remove())

const seeded = 'vat-seeded' as ArticleId
const HOUR = 3_600_000

const schedule = async (of: Desk, inMs = HOUR): Promise<Revision> => {
  const draft = await of.draft({ text: '新的答案。' }, seeded)
  return of.approve(await of.submit(draft, { changeNote: '改了。', isSubstantive: true, publishAt: of.clock.now() + inMs }))
}

describe('expiring', () => {
  it('takes it out of what is served, with who and why', async () => {
    const { revision, notified } = await desk.editing.serving.expire(writer, seeded, ' 政策已废止 ', false)
    expect(revision).toMatchObject({ state: 'expired', remark: '政策已废止', version: 1 })
    expect(notified).toBe(0)
    await desk.knowledge.refresh()
    expect(desk.served(seeded)).toBeUndefined()
    expect(desk.recall.told).toEqual([])
  })

  it('of a wrong answer tells those who were given it', async () => {
    expect((await desk.editing.serving.expire(writer, seeded, '答案有误', true)).notified).toBe(RECIPIENTS)
    expect(desk.recall.told).toMatchObject([{ articleId: seeded, version: 1, changeNote: '答案有误', wasWithdrawn: true }])
  })

  it('needs something that is served', async () => {
    const draft = await desk.draft()
    expect(await sentenceOf(desk.editing.serving.expire(writer, draft.articleId, '停用', false))).toContain('“草稿”')
    await desk.editing.serving.expire(writer, seeded, '停用', false)
    expect(await sentenceOf(desk.editing.serving.expire(writer, seeded, '停用', false))).toContain('“已失效”')
    expect(await codeOf(desk.editing.serving.expire(writer, 'none' as ArticleId, '停用', false))).toBe('ARTICLE_NOT_FOUND')
  })

  it('leaves what is being written open: it may take its place', async () => {
    const draft = await desk.draft({ text: '新' }, seeded)
    await desk.editing.serving.expire(writer, seeded, '停用', false)
    expect(await desk.approve(await desk.submit(draft))).toMatchObject({ state: 'published', version: 2 })
  })
})

it('who would be told is counted for articles there are', async () => {
  expect(await desk.editing.serving.recipients(seeded)).toMatchObject({ taxpayers: RECIPIENTS })
  expect(await codeOf(desk.editing.serving.recipients('none' as ArticleId))).toBe('ARTICLE_NOT_FOUND')
})

describe('a timed revision', () => {
  it('waits for its time, and is published then, once', async () => {
    expect(await schedule(desk)).toMatchObject({ state: 'scheduled', version: 2 })
    desk.clock.advance(HOUR - 60_000)
    expect(await desk.editing.serving.publishDue()).toBe(0)
    desk.clock.advance(60_000)
    expect(await desk.editing.serving.publishDue()).toBe(1)
    expect(await desk.editing.serving.publishDue()).toBe(0)
    await desk.knowledge.refresh()
    expect(desk.served(seeded)?.version).toBe(2)
    expect(desk.recall.told).toHaveLength(1)
  })

  it('whose time is past when it is approved is published at once', async () => {
    const submitted = await desk.submit(await desk.draft(), { publishAt: desk.clock.now() - 1 })
    expect(await desk.approve(submitted)).toMatchObject({ state: 'published' })
  })

  it('that was taken back is not published', async () => {
    const scheduled = await schedule(desk)
    await desk.editing.reviewing.withdraw(writer, scheduled)
    desk.clock.advance(2 * HOUR)
    expect(await desk.editing.serving.publishDue()).toBe(0)
  })

  it('that came due while nobody ran is published at the next start', async () => {
    await schedule(desk)
    await desk.close()
    desk.clock.advance(48 * HOUR)
    const { folder, clock, recall } = desk
    desk = await openDesk({ folder, clock, recall })
    expect(desk.served(seeded)?.version).toBe(1)
    const timetable = startTimetable(desk.editing.serving, [desk.knowledge], (error) => expect.fail(String(error)))
    await expect.poll(() => desk.served(seeded)?.version).toBe(2)
    await timetable.stop()
    expect(recall.told).toHaveLength(1)
  })

  it('of several that are due the earliest goes first', async () => {
    const of = async (inMs: number) => desk.approve(await desk.submit(await desk.draft(), { publishAt: desk.clock.now() + inMs }))
    const [late, early] = [await of(2 * HOUR), await of(HOUR)]
    desk.clock.advance(3 * HOUR)
    await desk.editing.serving.publishDue()
    const log = await desk.database.reader.selectFrom('knowledge_log').select('id').orderBy('revision', 'desc').limit(2).execute()
    expect(log.map(({ id }) => id)).toEqual([late.articleId, early.articleId])
  })

  it('is published once by two servers that see it due at the same moment', async () => {
    await schedule(desk)
    const { folder, clock, recall } = desk
    const other = await openDesk({ folder, clock, recall })
    desk.clock.advance(2 * HOUR)
    const failures: unknown[] = []
    const timetables = [desk, other].map((one) => startTimetable(one.editing.serving, [one.knowledge], (error) => failures.push(error)))
    // Each learns of it, whoever published it.
    await expect.poll(() => [desk, other].map((one) => one.served(seeded)?.version), { timeout: 10_000 }).toEqual([2, 2])
    await Promise.all(timetables.map((timetable) => timetable.stop()))
    expect(recall.told).toHaveLength(1)
    const { history } = await desk.editing.catalogue.get(seeded)
    expect(history.map(({ state }) => state)).toEqual(['published', 'superseded'])
    const { entries } = await desk.database.reader
      .selectFrom('knowledge_log')
      .select((eb) => eb.fn.countAll<number>().as('entries'))
      .where('id', '=', seeded)
      .executeTakeFirstOrThrow()
    // One from the seed, one from its time.
    expect(entries).toBe(2)
    // Of two writers at the same moment one may have to wait for its next round; nothing else may go wrong.
    for (const failure of failures) expect(failure).toMatchObject({ code: expect.stringMatching(/^SQLITE_BUSY/) as string })
    await other.close()
  })
})

it('the timetable goes on after a round that failed, and stops when it is told', async () => {
  let rounds = 0
  const errors: unknown[] = []
  const serving = { publishDue: () => (++rounds === 1 ? Promise.reject(new Error('no disk')) : Promise.resolve(0)) }
  const timetable = startTimetable(serving, [desk.knowledge], (error) => errors.push(error))
  await expect.poll(() => rounds, { timeout: 10_000 }).toBeGreaterThan(1)
  await Promise.all([timetable.stop(), timetable.stop()])
  expect(errors).toHaveLength(1)
})
