// 答复召回: who was given an answer, and who is told when it changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { ArticleId, ConversationId } from '@zhengna/contract/ids.ts'
import { anArticle } from '../../../../test/support/articles.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { dayInBeijing } from '../../platform/clock.ts'

const id = 'deed-tax-rate' as ArticleId
const DAY_MS = 86_400_000
let published: readonly Article[]
let stand: JournalStand
let asking: Caller

beforeEach(async () => {
  published = [anArticle(id), anArticle('other')]
  stand = await openJournalStand({ articles: () => published })
  asking = await stand.taxpayer()
})
afterEach(() => stand.close())

const ask = (who: Caller, articleId: ArticleId = id) => stand.journal.submit(draftOf(who, '问', { articleId }))
const ledger = () => stand.database.reader.selectFrom('given_answers').selectAll().orderBy('message_id').execute()
const count = () => stand.recall.count(stand.database.reader, id, stand.clock.now())
const correction = {
  articleId: id,
  version: 2,
  question: '契税税率是多少？',
  changeNote: '首套房面积标准改为140平方米。',
  wasWithdrawn: false,
}
const noticesOf = async (who: Caller) => (await stand.notices.list(who, { kind: undefined, before: undefined, limit: 100 })).notices
/** Two of an office of their own, whose queue nobody else joins. */
const pair = async (): Promise<{ taxpayer: Caller; agent: Caller }> => {
  const office = await stand.office()
  return { taxpayer: await stand.taxpayer(office), agent: await stand.agent(office) }
}
const serve = async ({ taxpayer, agent }: { taxpayer: Caller; agent: Caller }): Promise<ConversationId> => {
  await stand.queue.join(taxpayer, 'button')
  return (await stand.queue.take(agent, null)).id
}
const sendArticle = async (both: { taxpayer: Caller; agent: Caller }): Promise<void> => {
  const conversationId = await serve(both)
  await stand.journal.submit(draftOf(both.agent, '税率是百分之三。', { conversationId, articleId: id }))
}
const publish = (version: number): void => {
  published = [anArticle(id, { version }), anArticle('other')]
}

describe('the ledger', () => {
  it('has every answer with papers, with its version, and nothing else', async () => {
    await ask(asking)
    publish(2)
    await ask(asking)
    await stand.journal.submit(draftOf(asking, '你好'))
    await stand.journal.submit(draftOf(asking, '今天晚上吃什么菜比较好'))
    expect(await ledger()).toMatchObject([
      { article_id: id, version: 1, taxpayer_id: asking.personId, agent_id: null },
      { article_id: id, version: 2, taxpayer_id: asking.personId, agent_id: null },
    ])
  })

  it('has what an agent sends of the knowledge base, as it is published then', async () => {
    const both = await pair()
    const { taxpayer, agent } = both
    const conversationId = await serve(both)
    publish(4)
    const sent = draftOf(agent, '税率是百分之三。', { conversationId, articleId: id })
    await stand.journal.submit(sent)
    await stand.journal.submit(draftOf(agent, '还有别的问题吗？', { conversationId }))
    expect(await ledger()).toMatchObject([
      { message_id: sent.id, version: 4, taxpayer_id: taxpayer.personId, agent_id: agent.personId, conversation_id: conversationId },
    ])
  })

  it('ignores an article nobody published, and the message is sent all the same', async () => {
    const both = await pair()
    const conversationId = await serve(both)
    const stored = await stand.journal.submit(draftOf(both.agent, '您好', { conversationId, articleId: 'nothing' as ArticleId }))
    expect(stored.ok).toBe(true)
    expect(await ledger()).toEqual([])
  })

  it('a message sent again is one line', async () => {
    const draft = draftOf(asking, '问', { articleId: id })
    await Promise.all([stand.journal.submit(draft), stand.journal.submit(draft)])
    await stand.journal.submit(draft)
    expect(await ledger()).toHaveLength(1)
  })

  it('takes 2,500 answers of one batch, past the store’s limits', async () => {
    await Promise.all(Array.from({ length: 2_500 }, () => ask(asking)))
    expect(await ledger()).toHaveLength(2_500)
    expect(await count()).toMatchObject({ taxpayers: 1 })
  })

  it('and the answer are stored together or not at all', async () => {
    let failing = true
    const fragile = await openJournalStand({
      articles: () => published,
      ledger: (genuine) => ({
        record: async (...given) => {
          await genuine.record(...given)
          if (failing) throw new Error('disk full')
        },
      }),
    })
    const who = await fragile.taxpayer()
    const draft = draftOf(who, '问', { articleId: id })
    await expect(fragile.journal.submit(draft)).rejects.toThrow('disk full')
    for (const table of ['messages', 'given_answers', 'conversations'] as const)
      expect(await fragile.database.reader.selectFrom(table).selectAll().execute()).toEqual([])
    failing = false
    expect((await fragile.journal.submit(draft)).ok).toBe(true)
    expect(await fragile.database.reader.selectFrom('given_answers').selectAll().execute()).toHaveLength(1)
    await fragile.close()
  })
})

describe('who was given an answer', () => {
  it('is counted by person, and by who gave it', async () => {
    const [fromBoth, fromAgent] = [await pair(), await pair()]
    await ask(asking)
    await ask(asking)
    await ask(fromBoth.taxpayer)
    for (const both of [fromBoth, fromAgent]) await sendArticle(both)
    await ask(await stand.taxpayer(), 'other' as ArticleId)
    expect(await count()).toMatchObject({ taxpayers: 3, byBot: 2, byAgents: 2 })
  })

  it('is nobody for an article nobody asked about', async () => {
    expect(await count()).toMatchObject({ taxpayers: 0, byBot: 0, byAgents: 0 })
  })

  it('counts from the beginning of the day in Beijing that is a year back, and not before', async () => {
    await ask(asking)
    const { since } = await count()
    expect(since).toBe(dayInBeijing(stand.clock.now() - 365 * DAY_MS))
    stand.clock.advance(365 * DAY_MS)
    expect(await count()).toMatchObject({ taxpayers: 1 })
    stand.clock.advance(DAY_MS)
    expect(await count()).toMatchObject({ taxpayers: 0 })
  })
})

describe('a correction', () => {
  it('tells everybody who was given an earlier version, once, what changed', async () => {
    const other = await stand.taxpayer()
    await ask(asking)
    await ask(asking)
    await ask(other)
    const bystander = await stand.taxpayer()
    await ask(bystander, 'other' as ArticleId)
    expect(await stand.correct(correction)).toBe(2)
    for (const who of [asking, other]) {
      const notices = await noticesOf(who)
      expect(notices).toMatchObject([
        {
          kind: 'info',
          subject: 'answer-corrected',
          title: '答复更正：契税税率是多少？',
          link: { question: correction.question, articleId: id },
          readAt: null,
        },
      ])
      expect(notices[0]?.text).toContain(correction.changeNote)
      expect(notices[0]?.text).toContain('不要再以此前的答复为准')
    }
    expect(await noticesOf(bystander)).toEqual([])
  })

  it('told twice tells nobody twice, not even those who were given the answer in between', async () => {
    await ask(asking)
    expect(await stand.correct(correction)).toBe(1)
    expect(await stand.correct(correction)).toBe(0)
    publish(2)
    await ask(await stand.taxpayer())
    expect(await stand.correct(correction)).toBe(0)
    expect(await noticesOf(asking)).toHaveLength(1)
  })

  it('does not tell those who only know the new version', async () => {
    publish(2)
    await ask(asking)
    expect(await stand.correct(correction)).toBe(0)
  })

  it('of the next version tells again', async () => {
    await ask(asking)
    await stand.correct(correction)
    publish(2)
    await ask(asking)
    expect(await stand.correct({ ...correction, version: 3, changeNote: '税率改为百分之一点五。' })).toBe(1)
    expect((await noticesOf(asking)).map(({ text }) => text.includes('百分之一点五'))).toEqual([true, false])
  })

  it('tells a person with the answer in two conversations once', async () => {
    const first = await ask(asking)
    if (first.ok) await stand.conversations.end(asking, first.conversationId)
    const second = await ask(asking)
    expect(first).not.toMatchObject({ conversationId: second.ok && second.conversationId })
    expect(await stand.correct(correction)).toBe(1)
    expect(await noticesOf(asking)).toHaveLength(1)
  })

  it('tells those who had it from an agent', async () => {
    const both = await pair()
    await sendArticle(both)
    expect(await stand.correct(correction)).toBe(1)
    expect(await noticesOf(both.taxpayer)).toHaveLength(1)
    expect(await noticesOf(both.agent)).toEqual([])
  })

  it('does not tell those whose answer lies outside the window', async () => {
    await ask(asking)
    stand.clock.advance(366 * DAY_MS)
    const late = await stand.taxpayer()
    await ask(late)
    expect(await stand.correct(correction)).toBe(1)
    expect(await noticesOf(asking)).toEqual([])
    expect(await noticesOf(late)).toHaveLength(1)
  })

  it('without a word on what changed says that it changed', async () => {
    await ask(asking)
    await stand.correct({ ...correction, changeNote: ' ' })
    const [notice] = await noticesOf(asking)
    expect(notice?.text).not.toContain('更正说明')
    expect(notice?.text).toContain('现已更正')
  })

  it('that is not published tells nobody', async () => {
    await ask(asking)
    const pushed: unknown[] = []
    stand.bus.subscribe('notice.changed', (told) => pushed.push(told))
    const publishing = stand.database.write(async (trx, after) => {
      await stand.recall.tell(trx, after, correction, stand.clock.now())
      throw new Error('not published')
    })
    await expect(publishing).rejects.toThrow('not published')
    expect(await noticesOf(asking)).toEqual([])
    expect(pushed).toEqual([])
  })
})

describe('a withdrawal', () => {
  const withdrawal = { ...correction, version: 2, changeNote: '该优惠政策已到期。', wasWithdrawn: true }

  it('tells those who were given the withdrawn version too, and its question is asked like any other', async () => {
    await ask(asking)
    publish(2)
    const late = await stand.taxpayer()
    await ask(late)
    expect(await stand.correct(withdrawal)).toBe(2)
    const [notice] = await noticesOf(late)
    expect(notice).toMatchObject({
      subject: 'answer-withdrawn',
      title: '答复撤回：契税税率是多少？',
      link: { question: correction.question, articleId: null },
    })
    expect(notice?.text).toContain('不再适用')
    expect(notice?.text).toContain('该优惠政策已到期。')
  })

  it('after a correction of the same version is told as well', async () => {
    await ask(asking)
    await stand.correct(correction)
    expect(await stand.correct(withdrawal)).toBe(1)
    expect((await noticesOf(asking)).map(({ subject }) => subject)).toEqual(['answer-withdrawn', 'answer-corrected'])
  })
})
