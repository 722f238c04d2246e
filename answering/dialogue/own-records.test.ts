import type { OwnRecordKind } from '@zhengna/contract/domain/own-record.ts'
import { describe, expect, it } from 'vitest'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { normaliseQuery } from '../text/normalise.ts'
import { ownRecordAsked } from './own-records.ts'

const asked = (text: string) => ownRecordAsked(normaliseQuery(text))

const lookUps: Record<OwnRecordKind, readonly string[]> = {
  queue: [
    '前面还有几个人',
    '我前面还有多少人？',
    '排到第几了',
    '还要等多久',
    '我排队排到哪了',
    '人工客服还要等多长时间啊',
    '什么时候才能轮到我',
    '请问现在前面有几个人在排队',
    '我的排队进度怎么样了',
    '查一下我的排队情况',
    '还有多久到我',
    '排队多少人',
  ],
  notices: [
    '我的消息',
    '有没有给我的通知',
    '我有几条未读',
    '我还有多少条未读消息',
    '看看我的待办',
    '税务局有没有给我发通知',
    '我有没有新消息',
    '帮我查一下我的待办提醒有哪些',
  ],
  conversations: [
    '我上次问了什么',
    '我的咨询记录',
    '上次是谁接待我的',
    '我昨天问的是什么问题来着',
    '之前是哪位老师给我解答的',
    '我的历史会话记录在哪里看',
    '上回接待我的是几号坐席',
  ],
  filing: [
    '我这个月什么时候申报',
    '我本月的申报截止日',
    '我们公司本月最晚几号报税',
    '我公司这个月申报截止到哪天',
    '这个月我们什么时候报税',
  ],
  appointments: ['我的预约', '查一下我的预约', '我预约的是几点', '我的预约成功了吗', '我有没有预约', '我的预约时间是什么时候'],
  'leave-messages': ['我的留言', '我的留言有人回复吗', '我上次的留言有没有回复', '查询我的留言'],
  'work-orders': ['我的工单', '我的工单处理到哪一步了', '工单办得怎么样了'],
}

describe.each(Object.entries(lookUps))('%s is asked for by', (kind, texts) => {
  it.each(texts)('%s', (text) => {
    expect(asked(text)).toBe(kind)
  })
})

it.each([
  '退税还要等多久',
  '注销还要等多久才能办好',
  '大厅排队要等多久',
  '前面还有几个人的发票没开怎么办',
  '个税汇算第几年可以补',
  '我收到一条通知说要补税怎么办',
  '税务事项通知书怎么回复',
  '我的通知书丢了怎么办',
  '为什么收不到短信通知',
  '我的消息里说要自查，不去行不行',
  '催报催缴通知是什么意思',
  '上次问了你们说可以退税现在怎么又不行',
  '我的纳税记录在哪里开',
  '上次申报错了怎么改',
  '聊天记录打印出来要贴印花税吗',
  '我之前的开票记录怎么查',
  '增值税什么时候申报',
  '这个月什么时候报税',
  '我这个月增值税什么时候申报',
  '我们公司季度企业所得税什么时候申报',
  '我个税什么时候申报',
  '我上个月忘了申报怎么办',
  '我这个月没收入要申报吗',
  '怎么预约办税',
  '我想预约去大厅办税',
  '个税汇算要不要预约',
  '预约大厅要带什么材料',
  '怎么给税务局留言',
  '我要留言',
  '工单是什么意思',
  '转人工',
  '我要排队找人工',
  '我的消息怎么关闭',
  '排队买的学区房契税怎么算',
  '预约单位不给排号怎么办',
  '取消排队',
])('%s stays what it was', (text) => {
  expect(asked(text)).toBeNull()
})

it('no question of the evaluation set, and none that an article answers, is taken for a look-up', () => {
  const known = readKnowledge().articles.flatMap(({ question, similar }) => [question, ...similar])
  const texts = [...readEvaluationSet().map(({ query }) => query), ...known]
  expect(texts.filter((text) => asked(text) !== null)).toEqual([])
})

it('a long row of words that say little costs no more than any text', () => {
  const rows = ['看'.repeat(20) + '消息', '我的预约' + '在哪里看'.repeat(5), '能问查看'.repeat(5) + '还要等', '我'.repeat(22) + '的']
  for (const text of rows) for (let times = 0; times < 2_000; times += 1) ownRecordAsked(text)
  expect(ownRecordAsked('我的预约' + '在哪里看'.repeat(100))).toBeNull()
})
