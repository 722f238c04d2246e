// The system itself offers a person or hands over, on a real store: what the taxpayer reads, and what the board says.
import { afterEach, describe, expect, it } from 'vitest'
import type { ArticleId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { anArticle } from '../../../../test/support/articles.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let asking: Caller
let conversationId: ConversationId
const articles = [anArticle('plain')]

async function open(settings: Partial<SettingValues> = {}): Promise<void> {
  stand = await openJournalStand({ articles: () => articles, settings })
  asking = await stand.taxpayer()
}
afterEach(() => stand.close())

const bodies = async (): Promise<MessageBody[]> => (await stand.stored(conversationId)).map(({ body }) => JSON.parse(body) as MessageBody)
async function say(text: string, articleId?: string) {
  const stored = await stand.journal.submit(draftOf(asking, text, { ...(articleId && { articleId: articleId as ArticleId }) }))
  if (!stored.ok) throw new Error(stored.code)
  conversationId = stored.conversationId
  const answer = (await bodies()).findLast((body) => body.kind === 'answer')
  if (answer?.kind !== 'answer') throw new Error('the bot is silent')
  const texts = answer.answer.parts.map((part) => (part.type === 'text' ? part.markdown : part.type))
  return { ...answer.answer, text: texts.join('\n') }
}
const standing = async () => {
  const { stage, handOverReason } = await stand.conversation(conversationId)
  return { stage, handOverReason }
}
const angry = '什么破系统！！！气死我了'

describe('no answer', () => {
  it('offers a person for that reason, which 好的 takes up', async () => {
    await open()
    expect(await say('火星上怎么报税')).toMatchObject({ offersPerson: true, personReason: 'no-answer' })
    expect((await standing()).stage).toBe('bot')
    await say('好的')
    expect(await standing()).toEqual({ stage: 'queued', handOverReason: 'no-answer' })
  })
  it('hands over where it is so set, says so, and does not do it again to whoever left', async () => {
    await open({ 'hand-over.no-answer': 'hand-over', 'hand-over.no-answer-times': 2 })
    await say('火星上怎么报税')
    expect((await standing()).stage).toBe('bot')
    const second = await say('木星上怎么报税')
    expect(second).toMatchObject({ offersPerson: false })
    expect(second.text).toContain('正在为您转接人工服务')
    expect(await standing()).toEqual({ stage: 'queued', handOverReason: 'no-answer' })
    await stand.queue.cancel(asking)
    await say('火星上怎么报税')
    expect(await say('木星上怎么报税')).toMatchObject({ offersPerson: true, personReason: 'no-answer' })
    expect((await standing()).stage).toBe('bot')
  })
})

describe('agitated words', () => {
  it('are calmed, answered all the same, and offered a person', async () => {
    await open()
    const answer = await say(angry)
    expect(answer.text).toMatch(/^给您带来不便，非常抱歉/)
    expect(answer).toMatchObject({ offersPerson: true, personReason: 'emotion' })
    expect((await standing()).stage).toBe('bot')
  })
  it('hand over where it is so set', async () => {
    await open({ 'hand-over.emotion': 'hand-over' })
    await say(angry)
    expect(await standing()).toEqual({ stage: 'queued', handOverReason: 'emotion' })
  })
  it('of somebody who waits are calmed, and lead to nothing else', async () => {
    await open()
    await say('转人工')
    expect(await standing()).toEqual({ stage: 'queued', handOverReason: 'phrase' })
    const answer = await say(angry)
    expect(answer.text).toContain('非常抱歉')
    expect(await standing()).toEqual({ stage: 'queued', handOverReason: 'phrase' })
  })
  it('a question that was picked was typed by nobody', async () => {
    await open({ 'hand-over.emotion': 'hand-over' })
    await say(angry, 'plain')
    expect((await standing()).stage).toBe('bot')
  })
})

describe('无用', () => {
  const useless = { isUseful: false, reason: 'wrong' } as const
  const vote = async (): Promise<void> => {
    await say('问', 'plain')
    const last = (await stand.stored(conversationId)).findLast(({ author }) => author === 'bot')!
    await stand.votes.give(asking, last.id as MessageId, useless, '')
  }
  it('often enough hands over where it is so set', async () => {
    await open({ 'hand-over.unsolved': 'hand-over', 'hand-over.unsolved-votes': 2 })
    await vote()
    expect((await standing()).stage).toBe('bot')
    await vote()
    expect(await standing()).toEqual({ stage: 'queued', handOverReason: 'unsolved' })
  })
  it('never does by itself as the program comes', async () => {
    await open()
    for (let time = 0; time < 3; time += 1) await vote()
    expect((await standing()).stage).toBe('bot')
  })
})
