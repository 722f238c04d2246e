// 我的留言, 我的工单 asked in the talk: how the latest stand, of this moment, the asker's own alone.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { draftOf } from '../../../../test/support/journal.ts'
import { openLeaveMessageStand, type LeaveMessageStand } from '../../../../test/support/leave-messages.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: LeaveMessageStand
let office: OfficeId
let author: Caller
let agent: Caller
const told = (text: string) => ({ text, attachmentIds: [] })

beforeEach(async () => {
  stand = await openLeaveMessageStand()
  office = await stand.office()
  author = await stand.taxpayer(office)
  agent = await stand.agent(office)
  stand.clock.advance(Date.parse('2026-11-27T10:32:05+08:00') - stand.clock.now())
})
afterEach(() => stand.close())

async function ask(who: Caller, text: string): Promise<string> {
  const stored = await stand.journal.submit(draftOf(who, text))
  if (!stored.ok) throw new Error(stored.code)
  const answer = (await stand.stored(stored.conversationId)).findLast(({ author: by }) => by === 'bot')
  const body = JSON.parse(answer!.body) as Extract<MessageBody, { kind: 'answer' }>
  return body.answer.parts.map((part) => (part.type === 'text' ? part.markdown : '')).join('\n')
}

it('leave-messages are counted, the latest three with their number and state', async () => {
  const numbers: string[] = []
  for (let count = 0; count < 4; count++) {
    const { id, number } = await stand.submitted(author)
    numbers.push(number)
    if (count === 2) await stand.leaveMessageDesk.reply(agent, id, told('可以。'))
    if (count === 3) await stand.leaveMessageDesk.askBack(agent, id, told('哪个月？'))
  }
  expect(await ask(author, '我的留言')).toBe(
    `截至 10:32，您有 4 条留言，最近的几条：

- ${numbers[3]}（政策咨询）：待补充，请补充说明或材料（今天 10:32）
- ${numbers[2]}（政策咨询）：已回复（今天 10:32）
- ${numbers[1]}（政策咨询）：待受理（今天 10:32）

详情见个人中心的「我的留言」。`,
  )
})

it('work orders say on whose desk they are and by when, and when they were done', async () => {
  const { id } = await stand.submitted(author)
  await stand.orders.opening.convert(agent, id, {
    officeId: office,
    assigneeId: agent.personId,
    dueInMinutes: 60,
    text: '请核实',
  })
  const { order } = await stand.own.get(author, id)
  expect(await ask(author, '我的工单')).toBe(
    `截至 10:32，您有 1 个工单：\n\n- ${order!.number}「数电票红冲后还能重新开吗」：处理中，由税务局 ${office}办理，今天 11:32 前办结`,
  )
  await stand.orders.desk.finish(agent, order!.id, told('已核实。'))
  expect(await ask(author, '我的工单')).toContain('已办结（今天 10:32）')
})

it('nobody hears of another’s', async () => {
  await stand.submitted(author)
  const other = await stand.taxpayer(office)
  expect(await ask(other, '我的留言')).toContain('您还没有留言')
  expect(await ask(other, '我的工单')).toContain('您没有工单')
})
