// 有用 / 无用: one vote an answer, by the taxpayer who got it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import type { ArticleId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { anArticle } from '../../../../test/support/articles.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { newMessageId } from '../../../../test/support/raw-line.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { GivenVote } from '../../platform/bus/bus.ts'

const articles = [
  anArticle('plain'),
  anArticle('asks-back', {
    parts: [
      {
        type: 'options',
        prompt: '哪一种？',
        options: [
          { label: '甲', article: 'plain' as ArticleId },
          { label: '乙', article: 'asks-back' as ArticleId },
        ],
      },
    ],
  }),
]
const useful: Vote = { isUseful: true, reason: null }
const useless: Vote = { isUseful: false, reason: 'wrong' }
let stand: JournalStand
let asking: Caller
let conversationId: ConversationId

beforeEach(async () => {
  stand = await openJournalStand({ articles: () => articles })
  asking = await stand.taxpayer()
})
afterEach(() => stand.close())

/** The message after the one just sent. */
const answerTo = async (text: string, articleId?: string): Promise<MessageId> => {
  const stored = await stand.journal.submit(draftOf(asking, text, { ...(articleId && { articleId: articleId as ArticleId }) }))
  if (!stored.ok) throw new Error(stored.code)
  conversationId = stored.conversationId
  const rows = await stand.stored(conversationId)
  return rows.find(({ seq }) => seq === stored.seq + 1)!.id as MessageId
}
const give = (id: MessageId, vote: Vote = useful, remark = '', who = asking) => stand.votes.give(who, id, vote, remark)
const kept = () => stand.database.reader.selectFrom('votes').selectAll().execute()

describe('a vote', () => {
  it('on a direct answer is kept with what it is about, and told', async () => {
    const told: GivenVote[] = []
    stand.bus.subscribe('vote.given', (vote) => told.push(vote))
    const id = await answerTo('问', 'plain')
    expect(await give(id, useless, ' 和我\u202e问的\r\n不一样 ')).toEqual(useless)
    expect(await kept()).toMatchObject([
      {
        message_id: id,
        taxpayer_id: asking.personId,
        article_id: 'plain',
        version: 1,
        is_useful: 0,
        reason: 'wrong',
        remark: '和我问的\n不一样',
      },
    ])
    const [question] = await stand.stored(conversationId)
    expect(told).toMatchObject([{ messageId: id, questionId: question?.id, conversationId, articleId: 'plain', vote: useless }])
  })

  it('is given once, whoever is quicker', async () => {
    const id = await answerTo('问', 'plain')
    const outcomes = await Promise.allSettled([give(id), give(id, useless), give(id)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    await expect(give(id)).rejects.toThrow('VOTE_ALREADY_GIVEN')
    expect(await kept()).toMatchObject([{ is_useful: 1 }])
  })

  it.each([
    ['有用 with a reason', { isUseful: true, reason: 'other' }],
    ['无用 without one', { isUseful: false, reason: null }],
  ] as [string, Vote][])('%s is no vote', async (_, vote) => {
    await expect(give(await answerTo('问', 'plain'), vote)).rejects.toThrow('REQUEST_INVALID')
    expect(await kept()).toEqual([])
  })

  it('is not taken by hints, options, small talk, one’s own question or nothing at all', async () => {
    const hint = await answerTo('今天晚上吃什么菜比较好')
    const [question] = await stand.stored(conversationId)
    const others = [hint, await answerTo('你好'), await answerTo('问', 'asks-back'), question!.id as MessageId, newMessageId()]
    for (const id of others) await expect(give(id)).rejects.toThrow('ANSWER_NOT_FOUND')
    expect(await kept()).toEqual([])
  })

  it('on somebody else’s answer is not possible', async () => {
    const id = await answerTo('问', 'plain')
    await expect(give(id, useful, '', await stand.taxpayer())).rejects.toThrow('ANSWER_NOT_FOUND')
  })

  it('is possible after the conversation ended, and comes with its page of history', async () => {
    const [first, second] = [await answerTo('一', 'plain'), await answerTo('二', 'plain')]
    await stand.conversations.end(asking, conversationId)
    await give(first)
    await give(second, useless)
    const page = (afterSeq: number) => stand.conversations.messages(asking, conversationId, afterSeq, 2)
    expect((await page(0)).votes).toEqual([{ messageId: first, vote: useful }])
    expect((await page(2)).votes).toEqual([{ messageId: second, vote: useless }])
  })
})
