// Gaps from real records: what is owed an answer, grouped by meaning, and what editors do about it.
import { createEngine, type EngineKnowledge } from '@zhengna/answering/engine.ts'
import { readKnowledge } from '@zhengna/answering/testing/knowledge.ts'
import type { Gap } from '@zhengna/contract/domain/gap.ts'
import type { Revision } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { deedRate, recordsKnowledge } from '../../../../test/support/records-knowledge.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { dayInBeijing } from '../../platform/clock.ts'
import { readWorkbook } from '../editing/workbook/read-workbook.ts'
import { recordVotes } from '../records/index.ts'
import { createGaps, type CreateDraft, type Gaps } from './gaps.service.ts'

const DAY_MS = 86_400_000
const editor: Caller = { personId: 'zs001' as never, role: 'editor', officeId: 'demo-office-1' as never, sessionId: 's', expiresAt: 0 }

let stand: JournalStand
let gaps: Gaps
let asker: Caller

const open = async (knowledge: EngineKnowledge = recordsKnowledge, createDraft?: CreateDraft): Promise<void> => {
  const engine = createEngine(knowledge)
  gaps = createGaps({ database: stand.database, clock: stand.clock, engine: () => engine, ...(createDraft && { createDraft }) })
}
beforeEach(async () => {
  stand = await openJournalStand({ knowledge: recordsKnowledge })
  asker = await stand.taxpayer()
  await open()
})
afterEach(() => stand.close())

const ask = (text: string, caller = asker): Promise<unknown> => stand.journal.submit(draftOf(caller, text))
const day = (offset = 0): string => dayInBeijing(stand.clock.now() + offset * DAY_MS)
const list = async (state?: Gap['state'], from = day(), to = day()): Promise<Gap[]> => (await gaps.list({ from, to, state })).gaps

describe('a gap', () => {
  it('is a question that the bot could not answer, with all that mean the same', async () => {
    const other = await stand.taxpayer()
    await ask('环保税噪声怎么监测')
    await ask('请问环保税的噪声怎么监测', other)
    await ask('车船税在哪里交')
    const [noise, vessel, ...more] = await list()
    expect(noise).toMatchObject({ count: 2, people: 2, disliked: 0, state: 'open', articleId: null })
    expect(noise?.questions.map(({ text, kind }) => [text, kind])).toEqual([
      ['请问环保税的噪声怎么监测', 'unanswered'],
      ['环保税噪声怎么监测', 'unanswered'],
    ])
    expect(vessel).toMatchObject({ question: '车船税在哪里交', count: 1 })
    expect(more).toEqual([])
  })

  it('is no question that was answered, nor one that an option answered', async () => {
    await ask('首套房契税几个点')
    await ask('契税的事')
    await ask('1')
    expect(await list()).toEqual([])
  })

  it('is an answer that was disliked, with the reason', async () => {
    recordVotes(stand.database, stand.bus, (error) => expect.unreachable(String(error)))
    await ask('首套房契税几个点')
    const { answer_id } = await stand.database.reader.selectFrom('records').selectAll().executeTakeFirstOrThrow()
    await stand.votes.give(asker, answer_id, { isUseful: false, reason: 'wrong' }, '已经改了')
    await stand.database.write(() => Promise.resolve())
    const [gap] = await list()
    expect(gap).toMatchObject({ disliked: 1, articleId: deedRate })
    expect(gap?.questions).toMatchObject([{ kind: 'disliked', reason: 'wrong', remark: '已经改了' }])
  })

  it('shows twenty questions at most, the newest', async () => {
    for (let i = 0; i < 25; i++) await ask('车船税在哪里交')
    const [gap] = await list()
    expect([gap?.count, gap?.questions.length]).toEqual([25, 20])
  })
})

describe('the list', () => {
  it('has the days it is asked for, as Beijing counts them, and how many were asked and answered in them', async () => {
    await ask('车船税在哪里交')
    stand.clock.advance(DAY_MS)
    await ask('首套房契税几个点')
    await ask('环保税噪声怎么监测')
    await ask('你好')
    expect((await list()).map(({ question }) => question)).toEqual(['环保税噪声怎么监测'])
    expect(await gaps.list({ from: day(-1), to: day() })).toMatchObject({ asked: 3, answered: 1 })
    expect(await list(undefined, day(-1), day())).toHaveLength(2)
  })

  it('keeps a gap’s name while it grows, over days and over a restart', async () => {
    await ask('车船税在哪里交')
    const [first] = await list()
    stand.clock.advance(3 * DAY_MS)
    await open()
    await ask('车船税在哪儿交呀')
    const [grown] = await list()
    expect(grown?.id).toBe(first?.id)
    expect(await list(undefined, day(-3), day())).toMatchObject([{ id: first?.id, count: 2 }])
  })

  it('counts the groups of every state, whatever state is asked for', async () => {
    await ask('车船税在哪里交')
    await ask('环保税噪声怎么监测')
    const [gap] = await list('open')
    await gaps.dismiss(editor, gap!.id)
    expect((await gaps.list({ from: day(), to: day(), state: 'drafted' })).groups).toEqual({ open: 1, drafted: 0, dismissed: 1 })
  })

  it('goes out as a workbook with every failed question, and none of its texts is a formula', async () => {
    for (let i = 0; i < 22; i++) await ask('车船税在哪里交')
    await ask('=1+1 环保税噪声怎么监测')
    const { fileName, bytes } = await gaps.workbook({ from: day(), to: day() })
    expect(fileName).toBe(`待补知识-${day()}至${day()}.xlsx`)
    const [head, ...rows] = await readWorkbook(bytes)
    expect(head).toEqual(['组号', '代表问题', '次数', '人数', '处理状态', '提问原文', '提问时间', '情况', '无用原因', '补充说明'])
    expect(rows.map((row) => row[0])).toEqual([...Array<string>(22).fill('1'), '2'])
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['待处理', '=1+1 环保税噪声怎么监测', '无人答复']) as string[])
    expect(rows[0]?.[6]).toMatch(new RegExp(`^${day()} \\d{2}:\\d{2}$`))
  })

  it('refuses a day that is none', async () => {
    await expect(gaps.list({ from: '2026-13-01', to: '2026-13-02' })).rejects.toMatchObject({ failure: { code: 'REQUEST_INVALID' } })
  })
})

describe('a dismissed gap', () => {
  it('takes in what means the same, and stays out of the open list', async () => {
    await ask('车船税在哪里交')
    const [gap] = await list('open')
    await gaps.dismiss(editor, gap!.id)
    await open()
    await ask('请问车船税去哪里交')
    await ask('环保税噪声怎么监测')
    expect((await list('open')).map(({ question }) => question)).toEqual(['环保税噪声怎么监测'])
    expect(await list('dismissed')).toMatchObject([{ id: gap?.id, count: 2 }])
  })

  it('cannot be dismissed again, nor one that is none', async () => {
    await ask('车船税在哪里交')
    const [gap] = await list('open')
    await gaps.dismiss(editor, gap!.id)
    for (const id of [gap!.id, asker.personId as never])
      await expect(gaps.dismiss(editor, id)).rejects.toMatchObject({ failure: { code: 'GAP_NOT_FOUND' } })
  })

  it('can be taken back, once, and only a dismissed one', async () => {
    await ask('车船税在哪里交')
    const [gap] = await list('open')
    await expect(gaps.reopen(editor, gap!.id)).rejects.toMatchObject({ failure: { code: 'GAP_NOT_FOUND' } })
    await gaps.dismiss(editor, gap!.id)
    await gaps.reopen(editor, gap!.id)
    expect(await list('open')).toMatchObject([{ id: gap?.id, count: 1 }])
    await expect(gaps.reopen(editor, gap!.id)).rejects.toMatchObject({ failure: { code: 'GAP_NOT_FOUND' } })
  })
})

describe('a draft', () => {
  const drafted: Parameters<CreateDraft>[1][] = []
  const desk: CreateDraft = async (_, draft) => {
    drafted.push(draft)
    return { articleId: 'vehicle-new' as ArticleId } as Revision
  }
  beforeEach(async () => {
    drafted.length = 0
    await open(recordsKnowledge, desk)
    await stand.database.write((trx) =>
      trx
        .insertInto('topics')
        .values({ id: 'vehicle' as TopicId, name: '车船', summary: '', position: 1 })
        .execute(),
    )
    await ask('车船税在哪里交')
    await ask('请问车船税在哪里交')
    await ask('车船税在哪里交')
  })

  it('begins with the question that stands for the group; the others are its similar ones', async () => {
    const [gap] = await list('open')
    await gaps.draft?.(editor, gap!.id, 'vehicle' as TopicId)
    expect(drafted).toEqual([
      { topicId: 'vehicle', question: '车船税在哪里交', similar: ['请问车船税在哪里交'], authorId: editor.personId },
    ])
    expect(await list('drafted')).toMatchObject([{ id: gap?.id, articleId: 'vehicle-new' }])
  })

  it('needs a topic that there is, and nothing is changed without one', async () => {
    const [gap] = await list('open')
    await expect(gaps.draft?.(editor, gap!.id, 'none' as TopicId)).rejects.toMatchObject({ failure: { code: 'TOPIC_NOT_FOUND' } })
    expect(await list('open')).toHaveLength(1)
  })

  it('is begun once', async () => {
    const [gap] = await list('open')
    await gaps.draft?.(editor, gap!.id, 'vehicle' as TopicId)
    await expect(gaps.draft?.(editor, gap!.id, 'vehicle' as TopicId)).rejects.toMatchObject({ failure: { code: 'GAP_NOT_FOUND' } })
    expect(drafted).toHaveLength(1)
  })

  it('that the desk refuses leaves the gap open', async () => {
    await open(recordsKnowledge, () => Promise.reject(new Error('the desk is closed')))
    const [gap] = await list('open')
    await expect(gaps.draft?.(editor, gap!.id, 'vehicle' as TopicId)).rejects.toThrow('the desk is closed')
    expect(await list('open')).toHaveLength(1)
  })

  it('cannot be begun where there is no desk', async () => {
    await open()
    expect(gaps.draft).toBeNull()
  })
})

it('thousands of questions of a week are grouped, each once', async () => {
  const knowledge = readKnowledge()
  await open(knowledge)
  const asked = knowledge.articles.slice(0, 40).flatMap(({ similar }) => similar)
  await stand.database.write(async (trx) => {
    for (const [place, question] of asked.entries())
      await trx
        .insertInto('records')
        .values({
          message_id: `m${place}` as never,
          answer_id: `a${place}` as never,
          conversation_id: `c${place % 50}` as never,
          at: stand.clock.now(),
          audiences: '[]',
          industry: null,
          office_id: 'o' as never,
          question,
          origin: 'typed',
          decision: 'none',
          article_id: null,
          article_version: null,
          topic_id: null,
          probability: null,
          failure: 'unanswered',
          vote: null,
          vote_remark: null,
          gap_id: null,
        })
        .execute()
  })
  const listed = await list()
  const { grouped } = await stand.database.reader
    .selectFrom('records')
    .select(({ fn }) => fn.count<number>('gap_id').as('grouped'))
    .executeTakeFirstOrThrow()
  expect(grouped).toBe(asked.length)
  expect(listed.length).toBeLessThan(asked.length)
  expect(listed.every((gap, place) => place === 0 || gap.count <= listed[place - 1]!.count)).toBe(true)
})
