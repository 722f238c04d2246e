// 留言 as its author submits, finds and adds to it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeaveMessageDraft } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageId, OfficeId } from '@zhengna/contract/ids.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'
import { hitsIn, insertWord } from '../../../../test/support/guard.ts'
import { openLeaveMessageStand, type LeaveMessageStand } from '../../../../test/support/leave-messages.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: LeaveMessageStand
let office: OfficeId
let author: Caller
let agent: Caller

beforeEach(async () => {
  stand = await openLeaveMessageStand()
  office = await stand.office()
  author = await stand.taxpayer(office)
  agent = await stand.agent(office)
})
afterEach(() => stand.close())

const turnTo = (moment: string): void => stand.clock.advance(Date.parse(moment) - stand.clock.now())
/** The field and the reason of a refusal. */
async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => (error as { failure: { detail: unknown } }).failure.detail,
  )
}

describe('the form', () => {
  it('offers all offices with one’s own chosen, and has one’s telephone filled in', async () => {
    const form = await stand.own.form(author)
    expect(form).toMatchObject({ ownOfficeId: office, contentMinLength: 10, phone: '13800000002' })
    expect(form.offices).toEqual(expect.arrayContaining([{ id: office, name: `税务局 ${office}` }]))
  })
  it('demands what the setting says now', async () => {
    stand.minLength = 25
    expect((await stand.own.form(author)).contentMinLength).toBe(25)
    expect(await faultOf(stand.submitted(author))).toMatchObject({ field: 'content', reason: '留言内容不得少于 25 个字，还差 13 个字。' })
  })
})

describe('submitting', () => {
  it('gives a number of the day, waits for the office, and is told to whoever watches', async () => {
    turnTo('2026-11-27T23:59:00+08:00')
    const first = await stand.submitted(author)
    turnTo('2026-11-28T00:01:00+08:00')
    const second = await stand.submitted(author)
    expect([first.number, second.number]).toEqual(['LY202611270001', 'LY202611280001'])
    expect(first).toMatchObject({ state: 'waiting', agentNumber: null, order: null, officeName: `税务局 ${office}` })
    expect(first.steps.map(({ kind }) => kind)).toEqual(['submit'])
    expect(stand.told[0]).toEqual({ leaveMessageId: first.id, taxpayerId: author.personId, officeId: office })
  })

  it('the same id twice, even at once, is one leave-message with the first content', async () => {
    const draft = stand.draft({ officeId: office })
    const [first, again] = await Promise.all([
      stand.own.submit(author, draft),
      stand.own.submit(author, { ...draft, content: '第二次提交的另外一段内容' }),
    ])
    expect(again).toEqual(first)
    expect((await stand.own.list(author, {})).total).toBe(1)
  })

  it('an id of somebody else’s is refused, and says nothing of theirs', async () => {
    const draft = stand.draft({ officeId: office })
    await stand.own.submit(author, draft)
    expect(await codeOf(stand.own.submit(await stand.taxpayer(office), draft))).toBe('LEAVE_MESSAGE_NOT_FOUND')
  })

  it.each<[string, Partial<LeaveMessageDraft>, object]>([
    ['an office that does not exist', { officeId: 'none' as OfficeId }, { field: 'officeId' }],
    ['a content that is too short', { content: '太短了' }, { field: 'content', reason: '留言内容不得少于 10 个字，还差 7 个字。' }],
    ['a wrong telephone', { resultWay: 'sms', phone: '12345' }, { field: 'phone' }],
  ])('%s is told at its field, and nothing is stored', async (_, change, detail) => {
    expect(await faultOf(stand.submitted(author, change))).toMatchObject(detail)
    expect((await stand.own.list(author, {})).total).toBe(0)
  })

  it('what was uploaded comes with it; what was not is refused, and nothing is stored', async () => {
    const file = stand.files.add(author, '合同.pdf')
    const { attachments } = await stand.submitted(author, { attachmentIds: [file, file] })
    expect(attachments.map(({ name }) => name)).toEqual(['合同.pdf'])
    const strange = stand.files.add(await stand.taxpayer(), '别人的.pdf')
    expect(await codeOf(stand.submitted(author, { attachmentIds: [strange] }))).toBe('ATTACHMENT_NOT_FOUND')
    expect((await stand.own.list(author, {})).total).toBe(1)
  })

  it('a refused one leaves no hole in the numbers', async () => {
    await stand.submitted(author)
    await codeOf(stand.submitted(author, { attachmentIds: [stand.files.add(agent, 'x.pdf')] }))
    expect((await stand.submitted(author)).number).toMatch(/0002$/)
  })
})

describe('sensitive words', () => {
  beforeEach(async () => {
    await insertWord(stand, '傻逼')
    await insertWord(stand, '弄死你', { category: 'threat' })
    await insertWord(stand, '毕业证', { category: 'other' })
  })
  it('are masked or refused at the field; what was met is written down either way', async () => {
    expect((await stand.submitted(author, { content: '傻逼，发票到底怎么红冲啊' })).content).toBe('＊＊，发票到底怎么红冲啊')
    expect(await faultOf(stand.submitted(author, { content: '再不办我弄死你们这些人' }))).toMatchObject({ field: 'content' })
    expect((await stand.own.list(author, {})).total).toBe(1)
    expect((await hitsIn(stand.database)).map(({ word, action }) => [word, action])).toEqual([
      ['傻逼', 'mask'],
      ['弄死你', 'block'],
    ])
  })
  it('that are only warned of pass when their author says so again', async () => {
    const draft = stand.draft({ officeId: office, content: '办理落户时毕业证丢了怎么办' })
    expect(await codeOf(stand.own.submit(author, draft))).toBe('MESSAGE_WARNED')
    expect((await stand.own.submit(author, { ...draft, confirmed: true })).content).toBe(draft.content)
  })
  it('do not pass in a supplement or a reply either', async () => {
    const { id } = await stand.submitted(author)
    const threat = { text: '弄死你', attachmentIds: [] }
    expect(await codeOf(stand.leaveMessageDesk.reply(agent, id, threat))).toBe('MESSAGE_BLOCKED')
    await stand.leaveMessageDesk.reply(agent, id, { text: '可以。', attachmentIds: [] })
    expect(await codeOf(stand.own.supplement(author, id, threat))).toBe('MESSAGE_BLOCKED')
  })
})

describe('我的留言', () => {
  it('are one’s own alone', async () => {
    const { id } = await stand.submitted(author)
    const stranger = await stand.taxpayer(office)
    expect(await codeOf(stand.own.get(stranger, id))).toBe('LEAVE_MESSAGE_NOT_FOUND')
    expect(await codeOf(stand.own.supplement(stranger, id, { text: '补充', attachmentIds: [] }))).toBe('LEAVE_MESSAGE_NOT_FOUND')
    expect(await stand.own.list(stranger, {})).toEqual({ items: [], total: 0 })
  })

  it('come newest first, page by page, with their total', async () => {
    const numbers: string[] = []
    for (let count = 0; count < 12; count++) numbers.unshift((await stand.submitted(author)).number)
    const pages = await Promise.all([1, 2, 3].map((page) => stand.own.list(author, { page, pageSize: 10 })))
    expect(pages.map(({ items }) => items.map(({ number }) => number))).toEqual([numbers.slice(0, 10), numbers.slice(10), []])
    expect(pages.map(({ total }) => total)).toEqual([12, 12, 12])
  })

  it('are found by each condition alone, and by all together', async () => {
    turnTo('2026-11-20T09:00:00+08:00')
    const old = await stand.submitted(author, { content: '去年的个税怎么补申报呢', type: 'handling' })
    turnTo('2026-11-27T23:30:00+08:00')
    const answered = await stand.submitted(author, { content: 'UKey 丢失了如何挂失 100%' })
    await stand.leaveMessageDesk.reply(agent, answered.id, { text: '请到办税服务厅。', attachmentIds: [] })
    const found = async (filter: Parameters<typeof stand.own.list>[1]) => (await stand.own.list(author, filter)).items.map(({ id }) => id)
    expect(await found({ number: old.number })).toEqual([old.id])
    expect(await found({ from: '2026-11-27', to: '2026-11-27' })).toEqual([answered.id])
    expect(await found({ to: '2026-11-26' })).toEqual([old.id])
    expect(await found({ type: 'handling' })).toEqual([old.id])
    expect(await found({ state: 'answered' })).toEqual([answered.id])
    expect(await found({ content: '个税' })).toEqual([old.id])
    expect(await found({ content: 'ukey' })).toEqual([answered.id])
    const all = { number: old.number, from: '2026-11-20', to: '2026-11-20', type: 'handling', state: 'waiting', content: '补申报' } as const
    expect(await found(all)).toEqual([old.id])
    expect(await found({ ...all, content: 'ukey' })).toEqual([])
  })

  it('a number is whole and exact; a content in part, and no pattern', async () => {
    const { number, id } = await stand.submitted(author, { content: '税率 100% 是什么意思呢请问' })
    const found = async (filter: Parameters<typeof stand.own.list>[1]) => (await stand.own.list(author, filter)).total
    expect(await found({ number: number.slice(0, -1) })).toBe(0)
    expect(await found({ number: number.slice(2) })).toBe(0)
    expect(await found({ number: ` ${number.toLowerCase()} ` })).toBe(1)
    expect(await found({ content: '100%' })).toBe(1)
    expect(await found({ content: '1%0' })).toBe(0)
    expect(await found({ content: '_' })).toBe(0)
    expect(id).toBeTruthy()
  })
})

describe('adding to it', () => {
  const say = (text: string) => ({ text, attachmentIds: [] })
  let id: LeaveMessageId
  beforeEach(async () => void ({ id } = await stand.submitted(author)))

  it('while nobody asked is not possible, and says why', async () => {
    expect(await sentenceOf(stand.own.supplement(author, id, say('再说一句')))).toBe('该留言现为“待受理”，不能进行此操作。')
  })
  it('what was asked for goes back to who asked, with its files', async () => {
    await stand.leaveMessageDesk.askBack(agent, id, say('请问是哪个月的发票？'))
    const file = stand.files.add(author, '发票.pdf')
    const answered = await stand.own.supplement(author, id, { text: '十月的。', attachmentIds: [file] })
    expect(answered).toMatchObject({ state: 'in-hand', agentNumber: expect.any(String) as string })
    expect(answered.steps.map(({ kind, text, attachments }) => [kind, text, attachments.length])).toEqual([
      ['submit', '', 0],
      ['ask-back', '请问是哪个月的发票？', 0],
      ['supplement', '十月的。', 1],
    ])
  })
  it('a further question after the reply is the whole office’s again', async () => {
    await stand.leaveMessageDesk.reply(agent, id, say('可以重新开具。'))
    expect(await stand.own.supplement(author, id, say('那需要对方确认吗'))).toMatchObject({ state: 'waiting', agentNumber: null })
  })
  it('nothing said is told at the field', async () => {
    await stand.leaveMessageDesk.reply(agent, id, say('可以。'))
    expect(await faultOf(stand.own.supplement(author, id, say(' ')))).toEqual({ field: 'text', reason: '请填写内容。' })
  })
})
