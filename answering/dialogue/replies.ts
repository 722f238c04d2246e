// Every sentence the bot says of its own accord. Calm, official, short.
import type { OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import type { OwnRecordKind } from '@zhengna/contract/domain/own-record.ts'
import type { Intent } from './intent.ts'

export const replies = {
  /** What others handle, with whom to ask where that is known. */
  elsewhere: ({ name, contact }: OtherOffice): string =>
    name === ''
      ? '我只能解答税费方面的问题。请输入您要咨询的税费问题，或者转人工服务。'
      : `这个问题由${name}负责${contact === '' ? '' : `，可以拨打 ${contact} 咨询`}。如果您要问的是其中的税费事项，请补充说明，或者转人工服务。`,
  clarify: '您的问题可能涉及下面几种情况，请选择最接近的一项，或者补充税种、身份、办理事项：',
  facet: '不同情况的规定不一样，请选择，或者补充说明：',
  among: '请选择与您的情况最接近的一项：',
  related: '没有找到与您的问题完全一致的内容。猜您想问：',
  none: '没有找到与您的问题相符的内容。未收录不等于没有规定，请换一种说法，或者转人工服务，由税务人员为您解答。',
  empty: '请输入您要咨询的税费问题，例如“数电票开错了怎么红冲”。',
  handOver: '正在为您转接人工服务，请稍候。',
  offerPerson: '多次没有找到您需要的内容，您可以点击【人工服务】，由税务人员为您解答。',
  /** With no line. When it is back the question reaches the server, whose answer takes the place of this one. */
  ownRecords: (name: string): string => `现在离线，查不到${name}。恢复连接后会自动查询，结果显示在这里。`,
  gone: '这条内容已经更新或者不再适用，请重新提问。',
} as const

/** As one says them to the taxpayer. */
export const ownRecordNames: Record<OwnRecordKind, string> = {
  queue: '您的排队情况',
  notices: '您的消息',
  conversations: '您的咨询记录',
  filing: '您本月的申报期限',
  appointments: '您的预约',
  'leave-messages': '您的留言',
  'work-orders': '您的工单',
}

/** Replies to small talk. */
export const smallTalk: Record<Exclude<Intent, 'question' | 'pick' | 'hand-over' | 'own-records' | 'empty'>, string> = {
  greeting: '您好，我是征纳互动智能应答。请直接输入您要咨询的税费问题。',
  thanks: '不客气。还有其他税费问题，可以继续问我。',
  acknowledge: '好的。还有其他税费问题，可以继续问我。',
  farewell: '感谢您的使用，再见。',
  identity: '我是征纳互动智能应答，可以解答常见的税费问题；需要税务人员解答时，请说“转人工”。',
}
