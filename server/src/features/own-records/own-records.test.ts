// What taxpayers ask about themselves, answered from the store: of this moment, and their own alone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import { takesVote } from '@zhengna/contract/domain/vote.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { appointmentDraft } from '../../../../test/support/appointments.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Draft } from '../conversations/index.ts'

const calendar = {
  seasons: [
    { name: '每月征期', when: { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }, topics: ['a'] },
    { name: '季度申报', when: { months: [1, 4, 7, 10] }, topics: ['a'] },
    { name: '年末确认', when: { from: '12-01', to: '01-31' }, topics: ['a'] },
  ],
  dueDays: { '2026': [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15] },
}
let stand: JournalStand
let office: OfficeId
let person: Caller

beforeEach(async () => {
  stand = await openJournalStand({ calendar })
  office = await stand.office()
  person = await stand.taxpayer(office)
  turnTo('2026-11-10T10:32:05+08:00')
})
afterEach(() => stand.close())

/** The clock goes on from there. */
const turnTo = (moment: string): void => stand.clock.advance(Date.parse(moment) - stand.clock.now())

async function ask(who: Caller, text: string, change: Partial<Draft> = {}): Promise<Answer> {
  const stored = await stand.journal.submit(draftOf(who, text, change))
  if (!stored.ok) throw new Error(stored.code)
  const answer = (await stand.stored(stored.conversationId)).findLast(({ author }) => author === 'bot')
  const body = JSON.parse(answer!.body) as Extract<MessageBody, { kind: 'answer' }>
  expect(takesVote(body)).toBe(false)
  return body.answer
}
const textOf = ({ parts }: Answer): string => parts.map((part) => (part.type === 'text' ? part.markdown : '')).join('\n')
const say = async (who: Caller, text: string): Promise<string> => textOf(await ask(who, text))
const tell = (who: Caller, title: string, kind: 'todo' | 'info' = 'info') =>
  stand.database.write((trx, after) =>
    stand.notices.tell(
      trx,
      after,
      [who.personId],
      { kind, subject: 'answer-corrected', title, text: title, link: null, dedupeKey: title },
      stand.clock.now(),
    ),
  )

describe('the queue', () => {
  it('is counted from one’s own place, with how long one has waited', async () => {
    for (const before of [await stand.taxpayer(office), await stand.taxpayer(office)]) await stand.queue.join(before, 'button')
    await stand.queue.join(person, 'button')
    stand.clock.advance(5 * 60_000)
    expect(await say(person, '前面还有几个人')).toMatch(/^截至 10:37，您前面还有 2 人，已排队 5 分钟。/)
    await stand.queue.join(await stand.taxpayer(), 'button')
    expect(await say(person, '排到第几了')).toContain('前面还有 2 人')
  })

  it('one who is next hears so, and one who does not wait is offered a person', async () => {
    const answer = await ask(person, '还要等多久')
    expect(textOf(answer)).toContain('您没有在排队')
    expect(answer).toMatchObject({ decision: 'own-records', offersPerson: true })
    // 好的 after the offer means yes.
    await ask(person, '好的')
    expect(await say(person, '还要等多久')).toContain('下一位就是您')
  })
})

describe('notices', () => {
  it('are counted by kind, the newest three named, and the panel can be opened', async () => {
    await tell(person, '请补正*资料*', 'todo')
    for (const title of ['一', '二', '三']) await tell(person, title)
    const answer = await ask(person, '我有几条未读')
    expect(textOf(answer)).toContain('您有 4 条未读消息：待办提醒 1 条，消息提示 3 条。最近的几条：\n\n- 三（今天 10:32）\n- 二')
    expect(textOf(answer)).not.toContain('资料')
    expect(answer.opens).toBe('notices')
  })

  it('that were read are unread no more, and their words are no marks', async () => {
    await tell(person, '请补正*资料*')
    expect(await say(person, '我的消息')).toContain('请补正\\*资料\\*')
    const [notice] = (await stand.notices.list(person, { kind: undefined, before: undefined, limit: 1 })).notices
    await stand.notices.read(person, notice!.id)
    expect(await say(person, '我的消息')).toContain('您没有未读消息')
  })
})

describe('conversations', () => {
  it('name what was asked last, without look-ups and small talk, and who served', async () => {
    expect(await say(person, '我上次问了什么')).toContain('还没有您的咨询记录')
    await ask(person, '数电票怎么红冲')
    await ask(person, '你好')
    await stand.queue.join(person, 'button')
    const { id, agent } = await stand.queue.take(await stand.agent(office), null)
    await stand.conversations.end(person, id)
    stand.clock.advance(24 * 60 * 60_000)
    const answer = await ask(person, '上次是谁接待我的')
    expect(textOf(answer)).toBe(
      `截至 10:32，您最近的提问：\n\n- 数电票怎么红冲（11 月 10 日 10:32）\n\n最近一次人工服务：11 月 10 日 10:32，坐席 ${agent!.number} 号为您服务。`,
    )
    expect(answer.opens).toBe('history')
  })
})

describe('the filing calendar', () => {
  it.each([
    ['2026-11-10', '本月（11 月）的申报期限是 11 月 16 日（星期一），还有 6 天。'],
    ['2026-11-16', '11 月 16 日（星期一），就是今天。'],
    ['2026-11-26', '11 月 16 日（星期一），已经过了。还没有申报的，请尽快补办。下个月的申报期限是 12 月 15 日（星期二）。'],
    ['2026-12-20', '下个月的申报期限是 2027 年 1 月 15 日（星期五）。\n\n这是法定期限'],
    ['2026-10-08', '- 季度申报：至 10 月 26 日'],
    ['2026-12-05', '- 年末确认：至 2027 年 1 月 31 日'],
    ['2027-02-01', '2 月 15 日（星期一）'],
  ])('on %s: %s', async (day, said) => {
    turnTo(`${day}T09:00:00+08:00`)
    const text = await say(person, '我这个月什么时候申报')
    expect(text).toContain(said)
    expect(text).not.toContain('每月征期')
  })

  it('tells a person that others file for them, and a company not', async () => {
    expect(await say(person, '我本月的申报截止日')).toContain('您不需要按月申报')
    const company = { ...person, personId: 'nsr001' as Caller['personId'] }
    expect(await say(company, '我公司本月什么时候报税')).not.toContain('您不需要按月申报')
  })
})

describe('appointments', () => {
  it('the next one is told with its time, way, state and number, and how many follow', async () => {
    expect(await say(person, '我的预约')).toContain('您没有即将进行的预约')
    const { bookings } = stand.appointments
    const later = await bookings.book(person, appointmentDraft({ startsAt: momentOf('2026-11-12', '14:00') }))
    const { number } = await bookings.book(person, appointmentDraft({ startsAt: momentOf('2026-11-11', '10:00') }))
    expect(await say(person, '我的预约')).toContain(
      `您的下一个预约：11 月 11 日（星期三）10:00–10:30，综合服务，线上互动，预约成功（预约编号 ${number}）。\n\n之后还有 1 个`,
    )
    turnTo('2026-11-11T10:31:00+08:00')
    expect(await say(person, '我的预约')).toContain(later.number)
    await bookings.cancel(person, later.id)
    expect(await say(person, '我的预约')).toContain('您没有即将进行的预约')
  })
})

it('nobody hears of another’s records', async () => {
  const other = await stand.taxpayer(office)
  await tell(person, '只给第一个人')
  await ask(person, '第一个人的问题')
  await stand.queue.join(person, 'button')
  const heard: string[] = []
  for (const text of ['我的消息', '我上次问了什么', '前面还有几个人']) heard.push(await say(other, text))
  expect(heard.join('\n')).not.toContain('第一个人')
  expect(heard[0]).toContain('您没有未读消息')
  expect(heard[1]).toContain('还没有您的咨询记录')
  expect(heard[2]).toContain('您没有在排队')
})

it('asked with no line it is looked up when the line is back, and is no offline answer', async () => {
  const answer = await ask(person, '我的消息', { offlineAnswer: { decision: 'own-records', articleId: null } })
  expect(answer.offline).toBe(false)
  expect(textOf(answer)).toContain('截至 10:32')
})

it('is no question of the knowledge base: no gap comes of it', async () => {
  await ask(person, '我的留言')
  expect(await stand.database.reader.selectFrom('records').select(['decision', 'failure']).execute()).toEqual([
    { decision: 'own-records', failure: null },
  ])
})
