// The office's inbox: who sees what, who may do what, who hears of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeaveMessageId, OfficeId } from '@zhengna/contract/ids.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'
import { openLeaveMessageStand, type LeaveMessageStand } from '../../../../test/support/leave-messages.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: LeaveMessageStand
let office: OfficeId
let author: Caller
let agent: Caller
let colleague: Caller
let id: LeaveMessageId
const say = (text: string) => ({ text, attachmentIds: [] })
const desk = () => stand.leaveMessageDesk

beforeEach(async () => {
  stand = await openLeaveMessageStand()
  office = await stand.office()
  author = await stand.taxpayer(office)
  agent = await stand.agent(office)
  colleague = await stand.agent(office)
  ;({ id } = await stand.submitted(author))
})
afterEach(() => stand.close())

describe('another office’s', () => {
  it.each<[string, (caller: Caller) => Promise<unknown>]>([
    ['is not read', (caller) => desk().get(caller, id)],
    ['is not taken', (caller) => desk().take(caller, id)],
    ['is not released', (caller) => desk().release(caller, id)],
    ['is not replied to', (caller) => desk().reply(caller, id, say('您好'))],
    ['is not asked back about', (caller) => desk().askBack(caller, id, say('您好'))],
    ['takes no note', (caller) => desk().note(caller, id, '记')],
    ['is not moved', async (caller) => desk().move(caller, id, await stand.office(), '原因')],
  ])('%s: it does not exist', async (_, work) => {
    expect(await codeOf(work(await stand.agent()))).toBe('LEAVE_MESSAGE_NOT_FOUND')
    expect(await codeOf(work(await stand.supervisor(await stand.office())))).toBe('LEAVE_MESSAGE_NOT_FOUND')
    expect(await stand.own.get(author, id)).toMatchObject({ state: 'waiting', steps: [{ kind: 'submit' }] })
  })
  it('is in no list and no count of theirs', async () => {
    expect(await desk().list(await stand.agent(await stand.office()), {})).toEqual({ items: [], total: 0, waiting: 0 })
  })
})

describe('the list', () => {
  it('has those that wait longest first, then what is settled, the latest first', async () => {
    const rest: LeaveMessageId[] = []
    for (let count = 0; count < 4; count++) {
      stand.clock.advance(60_000)
      rest.push((await stand.submitted(author)).id)
    }
    const [second, third, fourth, fifth] = rest as [LeaveMessageId, LeaveMessageId, LeaveMessageId, LeaveMessageId]
    await desk().reply(agent, third, say('可以。'))
    stand.clock.advance(60_000)
    await desk().reply(agent, id, say('可以。'))
    stand.clock.advance(60_000)
    await desk().take(agent, fourth)
    const { items, total, waiting } = await desk().list(agent, {})
    expect(items.map((one) => one.id)).toEqual([second, fourth, fifth, id, third])
    expect([total, waiting]).toEqual([5, 2])
    // A further question waits from now on.
    await stand.own.supplement(author, third, say('还有一个问题'))
    expect((await desk().list(agent, { state: 'waiting' })).items.map((one) => one.id)).toEqual([second, fifth, third])
  })

  it('of mine has what I have in hand or asked about, not what I answered', async () => {
    const [taken, asked, answered] = [await stand.submitted(author), await stand.submitted(author), await stand.submitted(author)]
    await desk().take(agent, taken.id)
    await desk().askBack(agent, asked.id, say('哪个月？'))
    await desk().reply(agent, answered.id, say('可以。'))
    const mine = await desk().list(agent, { isMine: true })
    expect(new Set(mine.items.map((one) => one.id))).toEqual(new Set([taken.id, asked.id]))
    expect((await desk().list(agent, { isMine: true, state: 'answered' })).items.map((one) => one.id)).toEqual([answered.id])
    expect((await desk().list(colleague, { isMine: true })).total).toBe(0)
  })

  it('is searched by the taxpayer’s name and number in part, which it shows masked', async () => {
    const found = async (taxpayer: string) => (await desk().list(agent, { taxpayer })).total
    expect([await found('纳税人 nsr'), await found('19000101'), await found('没有此人')]).toEqual([1, 1, 0])
    const { items } = await desk().list(agent, {})
    expect(items[0]).toMatchObject({ taxpayerName: expect.stringContaining('纳税人') as string, taxpayerNumber: '000***********0027' })
  })
})

describe('in hand', () => {
  it('is who took it, until they give it back', async () => {
    expect(await desk().take(agent, id)).toMatchObject({ state: 'in-hand', agentNumber: expect.any(String) as string })
    expect(await codeOf(desk().take(colleague, id))).toBe('LEAVE_MESSAGE_STATE_WRONG')
    expect(await desk().release(agent, id)).toMatchObject({ state: 'waiting', agentNumber: null })
    expect(await codeOf(desk().release(agent, id))).toBe('LEAVE_MESSAGE_STATE_WRONG')
  })
  it('a colleague’s is theirs, and one reads whose; a supervisor may step in', async () => {
    const { agentNumber } = await desk().take(agent, id)
    for (const work of [desk().reply(colleague, id, say('您好')), desk().release(colleague, id), desk().askBack(colleague, id, say('？'))])
      expect(await sentenceOf(work)).toBe(`该留言现为“处理中，由坐席 ${agentNumber} 号处理”，不能进行此操作。`)
    expect(await desk().release(await stand.supervisor(office), id)).toMatchObject({ state: 'waiting' })
  })
  it('two who take it at once: one has it', async () => {
    const codes = await Promise.all([agent, colleague].map((one) => codeOf(desk().take(one, id))))
    expect(codes.toSorted()).toEqual(['LEAVE_MESSAGE_STATE_WRONG', null])
  })
})

describe('a reply', () => {
  it('of two at once wins once; the other hears how it stands', async () => {
    const works = [agent, colleague].map((one) => sentenceOf(desk().reply(one, id, say(`坐席 ${one.personId} 的回复`))))
    expect((await Promise.all(works)).toSorted()).toEqual(['', '该留言现为“已回复”，不能进行此操作。'])
    const { steps } = await stand.own.get(author, id)
    expect(steps.filter(({ kind }) => kind === 'reply')).toHaveLength(1)
    expect(await stand.noticesOf(author)).toHaveLength(1)
  })

  it('is told by notice with a button to it, and by no text where none was chosen', async () => {
    const file = stand.files.add(agent, '依据.pdf')
    const { number } = await desk().reply(agent, id, { text: '可以重新开具。', attachmentIds: [file] })
    expect(await stand.noticesOf(author)).toMatchObject([
      {
        kind: 'info',
        subject: 'leave-message-replied',
        title: `您的留言已回复（${number}）`,
        link: { label: '查看留言', page: 'leave-message', id },
      },
    ])
    expect(stand.texts).toEqual([])
    const { steps, state } = await stand.own.get(author, id)
    expect(state).toBe('answered')
    expect(steps.at(-1)).toMatchObject({ kind: 'reply', text: '可以重新开具。', attachments: [{ name: '依据.pdf' }] })
  })

  it('goes to the telephone that was given for 短信', async () => {
    const asked = await stand.submitted(author, { resultWay: 'sms', phone: '139 0000 0009' })
    await desk().askBack(agent, asked.id, say('哪个月？'))
    await stand.own.supplement(author, asked.id, say('十月'))
    await desk().reply(agent, asked.id, say('可以。'))
    const text = { phone: '13900000009', values: { number: asked.number } }
    expect(stand.texts).toEqual([
      { ...text, template: 'leave-message-asked' },
      { ...text, template: 'leave-message-replied' },
    ])
  })

  it('whose text cannot be sent is not stored either', async () => {
    const asked = await stand.submitted(author, { resultWay: 'sms', phone: '13900000009' })
    stand.texts.push = () => {
      throw new Error('no outbox')
    }
    await expect(desk().reply(agent, asked.id, say('可以。'))).rejects.toThrow('no outbox')
    expect((await stand.own.get(author, asked.id)).state).toBe('waiting')
    expect(await stand.noticesOf(author)).toEqual([])
  })
})

it('asking back is a to-do of the taxpayer', async () => {
  await desk().askBack(agent, id, say('请补充发票号码。'))
  expect(await stand.noticesOf(author)).toMatchObject([
    { kind: 'todo', subject: 'leave-message-asked', link: { page: 'leave-message', id } },
  ])
  expect((await stand.own.get(author, id)).state).toBe('asked')
})

it('a note is read by officers alone, who wrote it too; its author needs not have it in hand', async () => {
  await desk().take(agent, id)
  const noted = await desk().note(colleague, id, '此人昨天来过大厅')
  expect(noted.steps.at(-1)).toMatchObject({ kind: 'note', text: '此人昨天来过大厅', agentNumber: expect.any(String) as string })
  const seen = await stand.own.get(author, id)
  expect(seen.steps.map(({ kind }) => kind)).toEqual(['submit', 'take'])
  expect(JSON.stringify(seen)).not.toContain('昨天')
  expect(await stand.noticesOf(author)).toEqual([])
})

it('officers read numbers and telephones masked, their owner whole', async () => {
  const { id: withPhone } = await stand.submitted(author, { resultWay: 'sms', phone: '13900000009' })
  const seen = await desk().get(agent, withPhone)
  expect(seen).toMatchObject({ phone: '139****0009', taxpayer: { taxpayer: { phone: '138****0002' } } })
  expect(JSON.stringify(seen)).not.toContain('13900000009')
  expect((await stand.own.get(author, withPhone)).phone).toBe('13900000009')
})

describe('moved to another office', () => {
  it('it is theirs from then on, keeps its place, and its author reads where it went but not why', async () => {
    const other = await stand.office()
    const theirs = await stand.agent(other)
    await desk().take(agent, id)
    stand.told.length = 0
    const moved = await desk().move(agent, id, other, '不归本局管')
    expect(moved.steps.at(-1)).toMatchObject({ kind: 'move', text: `转至税务局 ${other}：不归本局管` })
    expect(await codeOf(desk().get(agent, id))).toBe('LEAVE_MESSAGE_NOT_FOUND')
    expect(await desk().get(theirs, id)).toMatchObject({ state: 'waiting', agentNumber: null, officeId: other })
    expect((await stand.own.get(author, id)).steps.at(-1)).toMatchObject({ kind: 'move', text: `转至税务局 ${other}` })
    expect(stand.told.map(({ officeId }) => officeId)).toEqual([office, other])
  })
  it('needs a reason and another office', async () => {
    expect(await codeOf(desk().move(agent, id, await stand.office(), ' '))).toBe('LEAVE_MESSAGE_INVALID')
    expect(await codeOf(desk().move(agent, id, office, '原因'))).toBe('LEAVE_MESSAGE_INVALID')
    expect(await codeOf(desk().move(agent, id, 'none' as OfficeId, '原因'))).toBe('LEAVE_MESSAGE_INVALID')
  })
})
