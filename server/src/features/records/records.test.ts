// Records as the journal writes them: in its transaction, in bulk, with nothing of anybody's.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Selectable } from 'kysely'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { deedRate, deedWhen, recordsKnowledge, stamp } from '../../../../test/support/records-knowledge.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { RecordTable } from '../../platform/database/schema.ts'
import type { Draft, Responder } from '../conversations/index.ts'
import { recordVotes } from './index.ts'

let stand: JournalStand
let taxpayer: Caller

beforeEach(async () => {
  stand = await openJournalStand({ knowledge: recordsKnowledge })
  taxpayer = await stand.taxpayer()
})
afterEach(() => stand.close())

const ask = (text: string, change: Partial<Draft> = {}, caller = taxpayer) => stand.journal.submit(draftOf(caller, text, change))
const records = (): Promise<Selectable<RecordTable>[]> =>
  stand.database.reader.selectFrom('records').selectAll().orderBy('position').execute()
const failures = async (): Promise<(string | null)[]> => (await records()).map(({ failure }) => failure)

describe('a record', () => {
  it('has what was asked, by what kind of person, and what came of it', async () => {
    await ask('首套房契税几个点')
    const [record] = await records()
    expect(record).toMatchObject({
      audiences: '["person"]',
      industry: null,
      office_id: 'demo-office-1',
      question: '首套房契税几个点',
      origin: 'typed',
      decision: 'answer',
      article_id: deedRate,
      article_version: 1,
      topic_id: 'deed',
      failure: null,
    })
    expect(record?.probability).toBeGreaterThan(0.5)
  })

  it('names its question and the answer to it', async () => {
    const draft = draftOf(taxpayer, '首套房契税几个点')
    const stored = await stand.journal.submit(draft)
    const [record] = await records()
    const messages = stored.ok ? await stand.stored(stored.conversationId) : []
    expect([record?.message_id, record?.answer_id]).toEqual(messages.map(({ id }) => id))
  })

  it('holds no name and no number of whoever asked', async () => {
    await ask('我的手机13800000002，税号91000000MA00000018，契税几个点')
    const [record] = await records()
    const { name, taxpayer: profile } = await stand.database.reader
      .selectFrom('people')
      .selectAll()
      .where('id', '=', taxpayer.personId)
      .executeTakeFirstOrThrow()
    const { taxpayerNumber, phone } = JSON.parse(profile ?? '{}') as { taxpayerNumber: string; phone: string }
    for (const secret of [name, taxpayer.personId, taxpayerNumber, phone, '91000000MA00000018'])
      expect(JSON.stringify(record)).not.toContain(secret)
  })

  it.each([
    ['typed', {}, 'typed'],
    ['picked from an answer', { articleId: deedRate }, 'option'],
    ['picked while typing', { articleId: deedRate, origin: 'association' as const }, 'association'],
    ['a hot word', { origin: 'hot-word' as const }, 'hot-word'],
    ['answered by the desktop with no line', { offlineAnswer: { decision: 'answer' as const, articleId: deedRate } }, 'typed'],
  ])('says how it came about: %s', async (_, change, origin) => {
    await ask('首套房契税几个点', change)
    expect((await records())[0]?.origin).toBe(origin)
  })

  it('says that an option was meant where only its number was typed', async () => {
    await ask('契税的事')
    await ask('1')
    expect((await records()).map(({ origin }) => origin)).toEqual(['typed', 'option'])
  })

  it('is kept of small talk too, as such; of blanks and marks there is none', async () => {
    await ask('你好')
    await ask('？？？')
    expect((await records()).map(({ decision, failure }) => [decision, failure])).toEqual([['greeting', null]])
  })

  it('is not kept of what an agent answers', async () => {
    const agent = await stand.agent()
    await stand.queue.join(taxpayer, 'button')
    await stand.queue.take(agent, null)
    await ask('首套房契税几个点')
    expect(await records()).toEqual([])
  })
})

describe('a question without a direct answer', () => {
  it('is owed one', async () => {
    await ask('契税的事')
    expect(await failures()).toEqual(['unanswered'])
  })

  it('no more, once one of the options it offered is picked and answered', async () => {
    await ask('契税的事')
    await ask('期限', { articleId: deedWhen })
    expect(await failures()).toEqual([null, null])
  })

  it('is still owed one where another question was asked instead', async () => {
    await ask('契税的事')
    await ask('合同要交印花税吗')
    await ask('税率', { articleId: deedRate })
    expect(await failures()).toEqual(['unanswered', null, null])
  })

  it('is resolved across small talk', async () => {
    await ask('契税的事')
    await ask('谢谢')
    await ask('税率', { articleId: deedRate })
    expect(await failures()).toEqual([null, null, null])
  })

  it('a picked question while typing resolves nothing but itself', async () => {
    await ask('契税的事')
    await ask('印花税怎么申报？', { articleId: stamp, origin: 'association' })
    expect(await failures()).toEqual(['unanswered', null])
  })

  it('is resolved within one batch as over several', async () => {
    const others = await Promise.all([stand.taxpayer(), stand.taxpayer(), stand.taxpayer()])
    await Promise.all(
      others.flatMap((caller) => [ask('契税的事', {}, caller), ask('税率', { articleId: deedRate }, caller), ask('契税的事', {}, caller)]),
    )
    expect(await failures()).toEqual(others.flatMap(() => [null, null, 'unanswered']))
  })

  it('is never owed to a hot word: it is meant to be asked back', async () => {
    await ask('契税的事', { origin: 'hot-word' })
    expect(await failures()).toEqual([null])
  })

  it('only the asker’s own pick resolves it', async () => {
    await ask('契税的事')
    await ask('税率', { articleId: deedRate }, await stand.taxpayer())
    expect(await failures()).toEqual(['unanswered', null])
  })
})

describe('with the journal', () => {
  it('a batch that cannot be stored leaves no records either', async () => {
    const failing = (genuine: Responder): Responder => ({
      ...genuine,
      respond: (context, conversation, question) =>
        question.text === '坏' ? Promise.reject(new Error('the bot broke')) : genuine.respond(context, conversation, question),
    })
    const broken = await openJournalStand({ knowledge: recordsKnowledge, responder: failing })
    const caller = await broken.taxpayer()
    const asked = ['首套房契税几个点', '坏'].map((text) => broken.journal.submit(draftOf(caller, text)))
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await broken.database.reader.selectFrom('records').selectAll().execute()).toEqual([])
    await broken.close()
  })

  it('a repeated question is recorded once', async () => {
    const draft = draftOf(taxpayer, '首套房契税几个点')
    await Promise.all([stand.journal.submit(draft), stand.journal.submit(draft)])
    await stand.journal.submit(draft)
    expect(await records()).toHaveLength(1)
  })

  it('2,500 questions at once pass the store’s limits', async () => {
    await Promise.all(Array.from({ length: 2_500 }, () => ask('首套房契税几个点')))
    expect(await records()).toHaveLength(2_500)
  })
})

describe('a vote', () => {
  const vote = async (reason: 'wrong' | null): Promise<void> => {
    recordVotes(stand.database, stand.bus, (error) => expect.unreachable(String(error)))
    await ask('首套房契税几个点')
    const [record] = await records()
    await stand.votes.give(taxpayer, record!.answer_id, { isUseful: reason === null, reason }, '打13800000002问我')
    // Writes run one after the other: this one is after the vote's.
    await stand.database.write(() => Promise.resolve())
  }

  it('of 无用 makes its answer a failure, with the reason and the remark, numbers masked', async () => {
    await vote('wrong')
    expect((await records())[0]).toMatchObject({ vote: 'wrong', vote_remark: '打***问我', failure: 'disliked' })
  })

  it('of 有用 does not', async () => {
    await vote(null)
    expect((await records())[0]).toMatchObject({ vote: 'useful', failure: null })
  })
})
